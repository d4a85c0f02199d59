package health.trellis.people.web;

import health.trellis.clients.ClientService;
import health.trellis.clients.ClientView;
import health.trellis.kernel.CaseloadEntryId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import health.trellis.people.PeopleService;
import health.trellis.people.TherapistRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who treats a client: a therapist is put on, or taken off. */
@Named("assignTherapistBean")
@ViewScoped
public class AssignTherapistBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ClientService clients;
  @Inject private transient PeopleService people;

  private @Nullable String client;
  private @Nullable String therapist;
  private transient @Nullable ClientView view;
  private transient List<TherapistRow> therapists = List.of();

  /** Loads the client and the therapists to choose from. */
  public void load() {
    view = clients.view(ClientId.of(client));
    therapists = people.therapists();
  }

  /** Puts the client on the chosen therapist's caseload. */
  public String assign() {
    clients.assignTherapist(ClientId.of(client), PersonId.of(therapist));
    return again();
  }

  /** Takes the client off a caseload. */
  public String unassign(CaseloadEntryId entry) {
    clients.unassignTherapist(ClientId.of(client), entry);
    return again();
  }

  private static String again() {
    return "/admin/clients/caseload.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable ClientView getView() {
    return view;
  }

  /** The therapists who do not treat the client yet. */
  public List<TherapistRow> getTherapists() {
    ClientView shown = view;
    return shown == null
        ? List.of()
        : therapists.stream()
            .filter(
                each ->
                    shown.treating().stream()
                        .noneMatch(treating -> treating.therapist().equals(each.id())))
            .toList();
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getTherapist() {
    return therapist;
  }

  public void setTherapist(@Nullable String therapist) {
    this.therapist = therapist;
  }
}
