package health.trellis.beliefs;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.Caller;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A belief that stands under what a client does, in the client's own words. It is named once, and
 * may be revised as it is understood better; how strongly it is held is rated beside it.
 */
@Entity
@Table(name = "belief")
class Belief {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private BeliefId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id", updatable = false))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id", updatable = false))
  private ClientId client;

  private String words;

  @Enumerated(EnumType.STRING)
  private BeliefTheme theme;

  @Column(name = "own_theme")
  private @Nullable String ownTheme;

  @Enumerated(EnumType.STRING)
  private BeliefAbout about;

  @Enumerated(EnumType.STRING)
  private @Nullable BeliefOrigin origin;

  @Column(name = "origin_age")
  private @Nullable Short originAge;

  private @Nullable String triggers;
  private @Nullable String safety;
  private @Nullable String alternative;

  private String[] emotions;

  @Column(name = "emotion_strengths")
  private Integer[] strengths;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "named_by", updatable = false))
  private PersonId namedBy;

  @Column(name = "named_at", updatable = false)
  private Instant namedAt;

  @Column(name = "revised_at")
  private Instant revisedAt;

  @Column(name = "shared_at")
  private @Nullable Instant sharedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "shared_by"))
  private @Nullable PersonId sharedBy;

  @Column(name = "shares_ratings")
  private boolean sharesRatings;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key", updatable = false))
  private RequestKey requestKey;

  @Version private long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Belief() {}

  @SuppressWarnings("NullAway.Init") // write() sets the rest
  private Belief(OpenClient client, Caller caller, BeliefDraft draft, RequestKey key, Instant now) {
    this.id = BeliefId.next();
    this.clinic = caller.clinic();
    this.client = client.id();
    this.namedBy = caller.person();
    this.namedAt = now;
    this.requestKey = key;
    write(draft, now);
  }

  /** A belief of this client, named with the caller. */
  static Belief named(
      OpenClient client, Caller caller, BeliefDraft draft, RequestKey key, Instant now) {
    return new Belief(client, caller, draft, key, now);
  }

  /**
   * Says it as it is understood now.
   *
   * @throws ConflictException where somebody else revised it since it was seen
   */
  void revise(BeliefDraft draft, long seen, Instant now) {
    requireVersion(seen);
    write(draft, now);
  }

  private void write(BeliefDraft draft, Instant now) {
    words = draft.words();
    theme = draft.theme();
    ownTheme = draft.ownTheme();
    about = draft.about();
    origin = draft.origin();
    originAge = draft.originAge() == null ? null : draft.originAge().shortValue();
    triggers = draft.triggers();
    safety = draft.safety();
    alternative = draft.alternative();
    emotions = draft.emotions().stream().map(Emotion::name).toArray(String[]::new);
    strengths = draft.emotions().stream().map(Emotion::strength).toArray(Integer[]::new);
    revisedAt = now;
  }

  /**
   * Lets the client read and rate it.
   *
   * @param withRatings whether the client also reads what therapists rated
   * @throws ConflictException where it is shared like that already, or changed since it was seen
   */
  void share(Caller caller, boolean withRatings, long seen, Instant now) {
    if (sharedAt != null && sharesRatings == withRatings) {
      throw new ConflictException("conflict.released");
    }
    requireVersion(seen);
    sharedAt = now;
    sharedBy = caller.person();
    sharesRatings = withRatings;
  }

  /** Takes it back from the client; taken back twice, it is taken back once. */
  void takeBack() {
    sharedAt = null;
    sharedBy = null;
    sharesRatings = false;
  }

  private void requireVersion(long seen) {
    if (version != seen) {
      throw new ConflictException("conflict.changed");
    }
  }

  /** Whether the client can read it. */
  boolean shared() {
    return sharedAt != null;
  }

  /** Whether there is an alternative that could be rated. */
  boolean hasAlternative() {
    return alternative != null;
  }

  /** Refuses a rating of what was never put into words. */
  void requireAlternative() {
    if (alternative == null) {
      throw new ConflictException("conflict.noAlternative");
    }
  }

  BeliefId id() {
    return id;
  }

  /** What a reader sees of it now. */
  BeliefView view() {
    BeliefDraft told =
        new BeliefDraft(
            words,
            theme,
            ownTheme,
            about,
            origin,
            originAge == null ? null : originAge.intValue(),
            triggers,
            safety,
            alternative,
            IntStream.range(0, emotions.length)
                .mapToObj(i -> new Emotion(emotions[i], strengths[i]))
                .toList());
    return new BeliefView(id, told, namedAt, revisedAt, sharedAt, sharesRatings, version);
  }
}
