package health.trellis.people.web;

import health.trellis.clients.HandOver;
import health.trellis.clients.HandOverDraft;
import health.trellis.clients.HandOverService;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import health.trellis.people.PeopleService;
import health.trellis.people.TherapistRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Handing somebody's clients over to somebody else: all of them, or those that are chosen. */
@Named("handOverBean")
@ViewScoped
public class HandOverBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient HandOverService handOvers;
  @Inject private transient PeopleService people;

  private @Nullable String therapist;
  private @Nullable String receiver;
  private String @Nullable [] chosen;
  private transient @Nullable HandOver view;
  private transient List<TherapistRow> others = List.of();

  /** Loads whom the person treats, and who could. */
  public void load() {
    HandOver shown = handOvers.view(PersonId.of(therapist));
    view = shown;
    others =
        people.therapists().stream().filter(each -> !each.id().equals(shown.therapist())).toList();
    if (chosen == null) {
      chosen = shown.clients().stream().map(each -> each.id().toString()).toArray(String[]::new);
    }
  }

  /** Hands over, and shows who is left. */
  public String handOver() {
    handOvers.handOver(
        PersonId.of(therapist),
        new HandOverDraft(
            receiver == null ? null : PersonId.of(receiver),
            Arrays.stream(getChosen()).map(ClientId::of).collect(Collectors.toSet())));
    return "/admin/people/hand-over.xhtml?faces-redirect=true&staff=" + therapist;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable HandOver getView() {
    return view;
  }

  /** The other therapists, by name. */
  public List<TherapistRow> getOthers() {
    return others;
  }

  public @Nullable String getTherapist() {
    return therapist;
  }

  public void setTherapist(@Nullable String therapist) {
    this.therapist = therapist;
  }

  public @Nullable String getReceiver() {
    return receiver;
  }

  public void setReceiver(@Nullable String receiver) {
    this.receiver = receiver == null || receiver.isEmpty() ? null : receiver;
  }

  public String[] getChosen() {
    String[] now = chosen;
    return now == null ? new String[0] : now.clone();
  }

  public void setChosen(String @Nullable [] chosen) {
    this.chosen = chosen == null ? new String[0] : chosen.clone();
  }
}
