package health.trellis.web;

import health.trellis.kernel.NotFoundException;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a page's failures end: what the person can mend becomes a message on the
 * form; what is not there, or not the caller's, becomes a 404; the rest becomes a fault with an
 * incident id. No exception's text reaches a person.
 */
class FaultHandler extends ExceptionHandlerWrapper {
  FaultHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator();
    while (queued.hasNext()) {
      Throwable fault = queued.next().getContext().getException();
      queued.remove();
      FacesContext faces = FacesContext.getCurrentInstance();
      if (!faces.getResponseComplete()) {
        FormFault mendable = FormFault.find(faces, fault);
        if (mendable == null) {
          answer(faces, fault);
        } else {
          mendable.show(faces);
        }
      }
    }
    getWrapped().handle();
  }

  private static void answer(FacesContext faces, Throwable fault) {
    ExternalContext external = faces.getExternalContext();
    if (external.isResponseCommitted()) { // part of the page is on its way: the log has the rest
      throw new FacesException(fault);
    }
    try {
      if (find(fault, NotFoundException.class) != null) {
        external.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
      } else {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, fault);
        external.responseSendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, null);
      }
    } catch (IOException gone) {
      throw new FacesException(gone);
    }
    faces.responseComplete();
  }

  static @Nullable Throwable find(@Nullable Throwable fault, Class<? extends Throwable> wanted) {
    Throwable each = fault;
    while (each != null && !wanted.isInstance(each)) {
      each = each.getCause();
    }
    return each;
  }
}
