package health.trellis.audit.web;

import health.trellis.audit.Act;
import health.trellis.audit.Outcome;
import health.trellis.audit.OutsideAct;
import health.trellis.audit.Purpose;
import health.trellis.audit.ReviewRow;
import health.trellis.kernel.JsonParts;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Acts of the log as AuditEvent resources of FHIR R4. An act on a record that went through follows
 * one of IHE's Basic Audit Log Patterns; every code is one of FHIR's, HL7's, DICOM's or IHE's.
 */
final class FhirAuditEvent {
  private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
  private static final String BALP = "https://profiles.ihe.net/ITI/BALP/";
  private static final Pattern IP_ADDRESS =
      Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final JsonObject REST =
      coding(HL7 + "audit-event-type", "rest", "Restful Operation");
  private static final JsonObject LOG_USED = coding(DICOM, "110101", "Audit Log Used");
  private static final JsonObject ACTIVITY = coding(DICOM, "110100", "Application Activity");
  private static final JsonObject ALERT = coding(DICOM, "110113", "Security Alert");
  private static final JsonObject AUTHENTICATION = coding(DICOM, "110114", "User Authentication");
  private static final JsonObject LOGIN = coding(DICOM, "110122", "Login");
  private static final JsonObject LOGOUT = coding(DICOM, "110123", "Logout");
  private static final JsonObject OVERRIDE_STARTED =
      coding(DICOM, "110127", "Emergency Override Started");
  private static final JsonObject OVERRIDE_STOPPED =
      coding(DICOM, "110138", "Emergency Override Stopped");
  private static final JsonObject RESTRICTED =
      coding(DICOM, "110132", "Use of Restricted Function");
  private static final JsonObject SOURCE = coding(DICOM, "110153", "Source Role ID");
  private static final JsonObject DESTINATION = coding(DICOM, "110152", "Destination Role ID");
  private static final JsonObject AUTHOR =
      coding(HL7 + "v3-ParticipationType", "AUT", "author (originator)");
  private static final JsonObject RECIPIENT =
      coding(HL7 + "v3-ParticipationType", "IRCP", "information recipient");

  /** Other than what was done with records. */
  private static final Map<String, JsonObject> TYPES =
      Map.ofEntries(
          Map.entry(OutsideAct.SIGNED_IN.name(), AUTHENTICATION),
          Map.entry(OutsideAct.SIGN_IN_FAILED.name(), AUTHENTICATION),
          Map.entry(OutsideAct.SIGNED_OUT.name(), AUTHENTICATION),
          Map.entry(OutsideAct.SIGNED_OUT_BY_PROVIDER.name(), AUTHENTICATION),
          Map.entry(OutsideAct.REFUSED.name(), ALERT),
          Map.entry(OutsideAct.EMERGENCY_OPENED.name(), ALERT),
          Map.entry(OutsideAct.EMERGENCY_ENDED.name(), ALERT),
          Map.entry(OutsideAct.FAILED.name(), ACTIVITY),
          Map.entry(OutsideAct.AUDIT_CHECKED.name(), LOG_USED),
          Map.entry(Act.WORK_LOG_READ.name(), LOG_USED),
          Map.entry(Act.AUDIT_READ.name(), LOG_USED),
          Map.entry(Act.AUDIT_EXPORTED.name(), LOG_USED),
          Map.entry(Act.AUDIT_PROVED.name(), LOG_USED),
          Map.entry(Act.AUDIT_UNUSUAL_READ.name(), LOG_USED),
          Map.entry(Act.AUDIT_CHECKS_READ.name(), LOG_USED));

  private static final Map<String, JsonObject> SUBTYPES =
      Map.of(
          OutsideAct.SIGNED_IN.name(), LOGIN,
          OutsideAct.SIGN_IN_FAILED.name(), LOGIN,
          OutsideAct.SIGNED_OUT.name(), LOGOUT,
          OutsideAct.SIGNED_OUT_BY_PROVIDER.name(), LOGOUT,
          OutsideAct.EMERGENCY_OPENED.name(), OVERRIDE_STARTED,
          OutsideAct.EMERGENCY_ENDED.name(), OVERRIDE_STOPPED,
          OutsideAct.REFUSED.name(), RESTRICTED);

  private static final Map<Purpose, JsonObject> PURPOSES =
      Map.of(
          Purpose.TREATMENT, reason("TREAT", "treatment"),
          Purpose.ADMINISTRATION, reason("HOPERAT", "healthcare operations"),
          Purpose.EMERGENCY, reason("ETREAT", "Emergency Treatment"),
          Purpose.OWN, reason("PATRQT", "patient requested"),
          Purpose.SYSTEM, reason("HSYSADMIN", "health system administration"));

  private final String base;
  private final String issuer;

  /**
   * Of one installation.
   *
   * @param base where people reach it
   * @param issuer the identity provider, which names who acts
   */
  FhirAuditEvent(String base, String issuer) {
    this.base = base;
    this.issuer = issuer;
  }

  /** What can be done with a record over a network, as FHIR names it and IHE's patterns do. */
  private enum Interaction {
    CREATE("C", "Create", SOURCE, DESTINATION, AUTHOR),
    READ("R", "Read", DESTINATION, SOURCE, RECIPIENT),
    UPDATE("U", "Update", SOURCE, DESTINATION, AUTHOR);

    private final String letter;
    private final String pattern;
    private final JsonObject client;
    private final JsonObject server;
    private final JsonObject user;

    Interaction(
        String letter, String pattern, JsonObject client, JsonObject server, JsonObject user) {
      this.letter = letter;
      this.pattern = pattern;
      this.client = client;
      this.server = server;
      this.user = user;
    }

    static Optional<Interaction> of(ReviewRow row) {
      for (Interaction each : values()) {
        if (each.letter.equals(row.action()) && !TYPES.containsKey(row.code())) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }

    JsonObject subtype() {
      String code = pattern.toLowerCase(Locale.ROOT);
      return coding("http://hl7.org/fhir/restful-interaction", code, code);
    }

    /** Whether an act has all that the pattern asks for. */
    boolean fits(ReviewRow row) {
      return row.outcome() == Outcome.DONE && row.subject() != null && isAddress(row);
    }

    String profile(ReviewRow row) {
      return BALP
          + "StructureDefinition/IHE.BasicAudit."
          + (row.client() == null ? "" : "Patient")
          + pattern;
    }
  }

  /** The resource, on one line. */
  String of(ReviewRow row) {
    Optional<Interaction> interaction = Interaction.of(row);
    JsonObjectBuilder event = JsonParts.object().add("resourceType", "AuditEvent");
    event.add("id", row.number().toString());
    interaction
        .filter(each -> each.fits(row))
        .ifPresent(
            each ->
                event.add(
                    "meta", JsonParts.object().add("profile", list(List.of(each.profile(row))))));
    event.add("type", TYPES.getOrDefault(row.code(), interaction.isPresent() ? REST : ACTIVITY));
    JsonObject subtype =
        interaction.map(Interaction::subtype).orElseGet(() -> SUBTYPES.get(row.code()));
    if (subtype != null) {
      event.add("subtype", list(List.of(subtype)));
    }
    event
        .add("action", row.action())
        .add("recorded", row.at().toString())
        .add("outcome", outcome(row.outcome()));
    String reason = row.reason() == null ? "" : row.reason().strip();
    if (row.outcome() != Outcome.DONE && !reason.isEmpty()) {
      event.add("outcomeDesc", reason);
    }
    JsonObject purpose = PURPOSES.get(row.why());
    if (purpose != null) {
      event.add("purposeOfEvent", list(List.of(said(purpose, row.emergency() ? reason : ""))));
    }
    return event
        .add("agent", list(agents(row, interaction)))
        .add("source", source())
        .add("entity", list(entities(row)))
        .build()
        .toString();
  }

  /** FHIR's: success, minor failure, serious failure. */
  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case DONE -> "0";
      case REFUSED -> "4";
      case FAILED -> "8";
    };
  }

  /** The person; the device at hand, where its address is known; and Trellis. */
  private List<JsonObject> agents(ReviewRow row, Optional<Interaction> interaction) {
    List<JsonObject> agents = new ArrayList<>();
    agents.add(user(row, interaction.map(each -> each.user)));
    if (isAddress(row)) {
      agents.add(
          agent(
              interaction.map(each -> each.client),
              JsonParts.object().add("display", row.address()).build(),
              row.address(),
              "2"));
    }
    agents.add(agent(interaction.map(each -> each.server), trellis(), base, "5"));
    return agents;
  }

  private JsonObject user(ReviewRow row, Optional<JsonObject> type) {
    JsonObjectBuilder who = JsonParts.object();
    if (row.person() != null) {
      who.add("type", row.role().equals("CLIENT") ? "Patient" : "Practitioner");
      who.add("identifier", identifier(issuer, row.actor()));
    }
    who.add("display", row.name() == null ? row.actor() : row.name());
    JsonObjectBuilder user = JsonParts.object();
    type.ifPresent(each -> user.add("type", concept(each)));
    if (!row.role().isEmpty()) {
      user.add("role", list(List.of(JsonParts.object().add("text", row.role()).build())));
    }
    user.add("who", who);
    if (row.name() != null) {
      user.add("name", row.name());
    }
    return user.add("requestor", true).build();
  }

  private static JsonObject agent(
      Optional<JsonObject> type, JsonObject who, String address, String kind) {
    JsonObjectBuilder agent = JsonParts.object();
    type.ifPresent(each -> agent.add("type", concept(each)));
    return agent
        .add("who", who)
        .add("requestor", false)
        .add("network", JsonParts.object().add("address", address).add("type", kind))
        .build();
  }

  private JsonObject source() {
    return JsonParts.object()
        .add("site", base)
        .add("observer", trellis())
        .add("type", list(List.of(coding(HL7 + "security-source-type", "4", "Application Server"))))
        .build();
  }

  private JsonObject trellis() {
    return JsonParts.object()
        .add("type", "Device")
        .add("identifier", identifier("urn:ietf:rfc:3986", base))
        .add("display", "Trellis")
        .build();
  }

  /** The client, the record, and the request, which also tells the act by the log's own code. */
  private static List<JsonObject> entities(ReviewRow row) {
    List<JsonObject> entities = new ArrayList<>();
    if (row.client() != null) {
      JsonObjectBuilder what =
          JsonParts.object()
              .add("type", "Patient")
              .add("identifier", urn(row.client().value().toString()));
      if (row.clientName() != null) {
        what.add("display", row.clientName());
      }
      entities.add(
          JsonParts.object()
              .add("what", what)
              .add("type", coding(HL7 + "audit-entity-type", "1", "Person"))
              .add("role", coding(HL7 + "object-role", "1", "Patient"))
              .build());
    }
    if (row.subject() != null) {
      JsonObjectBuilder record =
          JsonParts.object()
              .add("what", JsonParts.object().add("identifier", urn(row.subject().toString())))
              .add("type", coding(HL7 + "audit-entity-type", "2", "System Object"))
              .add("role", coding(HL7 + "object-role", "4", "Domain Resource"));
      if (row.entity() != null) {
        record.add("detail", list(List.of(detail("record", row.entity()))));
      }
      entities.add(record.build());
    }
    entities.add(
        JsonParts.object()
            .add(
                "what",
                JsonParts.object()
                    .add("identifier", JsonParts.object().add("value", row.request().toString())))
            .add(
                "type",
                coding(
                    BALP + "CodeSystem/BasicAuditEntityType",
                    "XrequestId",
                    "transport specific unique identifier where http X-Request-Id is used"))
            .add("detail", list(List.of(detail("act", row.code()))))
            .build());
    return entities;
  }

  private static boolean isAddress(ReviewRow row) {
    return IP_ADDRESS.matcher(row.address()).matches();
  }

  private static JsonObject detail(String type, String value) {
    return JsonParts.object().add("type", type).add("valueString", value).build();
  }

  private static JsonObject urn(String id) {
    return identifier("urn:ietf:rfc:3986", "urn:uuid:" + id);
  }

  private static JsonObject identifier(String system, String value) {
    return JsonParts.object().add("system", system).add("value", value).build();
  }

  /** A purpose as somebody wrote it, too. */
  private static JsonObject said(JsonObject purpose, String words) {
    return words.isEmpty()
        ? purpose
        : JsonParts.object()
            .add("coding", purpose.getJsonArray("coding"))
            .add("text", words)
            .build();
  }

  private static JsonObject reason(String code, String display) {
    return concept(coding(HL7 + "v3-ActReason", code, display));
  }

  private static JsonObject concept(JsonObject coding) {
    return JsonParts.object().add("coding", list(List.of(coding))).build();
  }

  private static JsonObject coding(String system, String code, String display) {
    return JsonParts.object()
        .add("system", system)
        .add("code", code)
        .add("display", display)
        .build();
  }

  private static JsonArray list(List<?> values) {
    return JsonParts.array(values).build();
  }
}
