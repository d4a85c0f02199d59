package health.trellis.web;

import health.trellis.kernel.RequestKey;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.ResponseStateManager;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/**
 * The idempotency key of what a form asks for. It is the page's that the form was on, told from the
 * page's state: a second press that comes after the first one was answered finds the page's beans
 * gone, and must make nothing twice either.
 */
public final class FormKey {
  private FormKey() {}

  /** The key of the form that is being read. */
  public static RequestKey now() {
    String state =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .get(ResponseStateManager.VIEW_STATE_PARAM);
    byte[] bytes =
        Objects.requireNonNull(state, "a form carries it").getBytes(StandardCharsets.UTF_8);
    return new RequestKey(UUID.nameUUIDFromBytes(bytes));
  }
}
