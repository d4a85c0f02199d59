package health.trellis.support;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can change of a supporter. Where on its circle one is drawn says nothing. */
public enum Aspect {
  ALIAS(SupporterDraft::alias),
  RELATION(SupporterDraft::relation),
  CIRCLE(SupporterDraft::circle),
  TIE(SupporterDraft::tie),
  CONTACT(SupporterDraft::contact),
  GIVES(SupporterDraft::gives),
  RECEIVES(SupporterDraft::receives),
  WOULD_ASK(SupporterDraft::wouldAsk),
  ASKED(SupporterDraft::askedOn),
  ACCEPTED(SupporterDraft::accepted),
  REFUSED(SupporterDraft::refused);

  private final Function<SupporterDraft, @Nullable Object> told;

  Aspect(Function<SupporterDraft, @Nullable Object> told) {
    this.told = told;
  }

  /** What is told of it; null where nobody says. */
  public @Nullable Object of(SupporterDraft draft) {
    return told.apply(draft);
  }
}
