package health.trellis.emergency.web;

import health.trellis.emergency.EmergencyNotice;
import health.trellis.emergency.EmergencyNoticeService;
import health.trellis.kernel.EmergencyNoticeId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What a therapist is told of openings of the own clients' records in an emergency. */
@Named("emergencyNoticesBean")
@ViewScoped
public class EmergencyNoticesBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient EmergencyNoticeService notices;

  private transient List<EmergencyNotice> rows = List.of();

  /** Loads all that the page shows. */
  public void load() {
    rows = notices.list();
  }

  /** Keeps that one was read. */
  public String read(EmergencyNoticeId id) {
    notices.read(id);
    return "/therapist/emergency/notices.xhtml?faces-redirect=true";
  }

  /** What is unread first. */
  public List<EmergencyNotice> getRows() {
    return rows;
  }
}
