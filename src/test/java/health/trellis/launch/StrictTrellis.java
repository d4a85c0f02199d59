package health.trellis.launch;

import health.trellis.kernel.Setting;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * One more application beside that of the run, on the same PostgreSQL and Keycloak, which lets
 * staff in with a second factor alone.
 */
public final class StrictTrellis implements AutoCloseable {
  private static final String CLIENT =
      "/admin/realms/" + Realm.NAME + "/clients/7e111500-0000-4000-8000-000000000001";

  private final String address;
  private final PayaraServer server;
  private final Runnable farewell;

  private StrictTrellis(String address, PayaraServer server, Runnable farewell) {
    this.address = address;
    this.server = server;
    this.farewell = farewell;
  }

  /** On the database of the run. */
  static StrictTrellis start(Surroundings surroundings, KeycloakAdmin admin) {
    return start(surroundings, admin, Map.of());
  }

  /** On a database where there is nobody yet, and which is no demonstration. */
  static StrictTrellis startEmpty(Surroundings surroundings, KeycloakAdmin admin, String url) {
    return start(
        surroundings,
        admin,
        Map.of(Setting.DB_URL.variable(), url, Setting.DEMO.variable(), "false"));
  }

  private static StrictTrellis start(
      Surroundings surroundings, KeycloakAdmin admin, Map<String, String> otherwise) {
    Plan plan = surroundings.plan();
    int port = Ports.free().trellis();
    String address = "http://localhost:" + port;
    welcome(admin, plan.baseUrl(), address);
    Map<String, String> told = new HashMap<>(surroundings.environment());
    told.put(Setting.BASE_URL.variable(), address);
    told.put(Setting.SECOND_FACTOR.variable(), "true");
    told.putAll(otherwise);
    PayaraServer server = PayaraServer.start(plan.installation(), surroundings.data(), port, told);
    surroundings.running().add(server::stop);
    server.await();
    return new StrictTrellis(address, server, () -> welcome(admin, plan.baseUrl(), plan.baseUrl()));
  }

  /** Has Keycloak send people back to either of the two. */
  private static void welcome(KeycloakAdmin admin, String one, String other) {
    JsonObject client = admin.get(CLIENT).asJsonObject();
    admin.change(
        "PUT",
        CLIENT,
        Json.createObjectBuilder(client)
            .add(
                "redirectUris",
                Json.createArrayBuilder()
                    .add(one + "/sign-in/callback")
                    .add(other + "/sign-in/callback"))
            .add(
                "attributes",
                Json.createObjectBuilder(client.getJsonObject("attributes"))
                    .add(
                        "post.logout.redirect.uris",
                        one + "/signed-out.xhtml##" + other + "/signed-out.xhtml"))
            .build());
  }

  /** Where a browser finds it. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    server.stop();
    farewell.run();
  }
}
