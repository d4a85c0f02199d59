package health.trellis.support.web;

import health.trellis.support.Aspect;
import health.trellis.support.Flow;
import health.trellis.support.MapChange;
import health.trellis.support.SupporterDraft;
import health.trellis.support.SupporterView;
import health.trellis.support.Tie;
import health.trellis.web.SayBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How pages speak of supporters, in the page's language. */
@Named("supportWords")
@RequestScoped
public class SupportWordsBean {
  @Inject private SayBean say;

  /** The sentence under this key. */
  public String of(String key) {
    return say.of(key);
  }

  /** The ties, in the order of a legend. */
  public Tie[] getTies() {
    return Tie.values();
  }

  /** All that matters of a supporter, in one line. */
  public String says(SupporterView supporter) {
    SupporterDraft told = supporter.told();
    List<String> parts = new ArrayList<>();
    parts.add(told.alias());
    parts.add(say.of("support.relation." + told.relation()));
    parts.add(
        say.of("support.circle.of", told.circle(), say.of("support.circle." + told.circle())));
    parts.add(say.of("support.tie.of." + told.tie()));
    if (!told.gives().isEmpty()) {
      parts.add(say.of("support.gives.of", flows(told.gives())));
    }
    if (!told.receives().isEmpty()) {
      parts.add(say.of("support.receives.of", flows(told.receives())));
    }
    if (told.wouldAsk() != null) {
      parts.add(say.of("support.wouldAsk.of", told.wouldAsk()));
    }
    return String.join(", ", parts);
  }

  /** What flows, in a row; a dash for nothing. */
  public String flows(Collection<Flow> flows) {
    return flows.isEmpty()
        ? say.of("support.nothing")
        : flows.stream()
            .sorted()
            .map(flow -> say.of("support.flow." + flow))
            .collect(Collectors.joining(", "));
  }

  /** How it was before. */
  public String before(MapChange change, Aspect aspect) {
    return told(change.before(), aspect);
  }

  /** How it is after. */
  public String after(MapChange change, Aspect aspect) {
    return told(change.after(), aspect);
  }

  private String told(@Nullable SupporterView supporter, Aspect aspect) {
    Object told = supporter == null ? null : aspect.of(supporter.told());
    if (supporter == null || told == null) {
      return say.of("support.unsaid");
    }
    return switch (aspect) {
      case RELATION -> say.of("support.relation." + told);
      case TIE -> say.of("support.tie." + told);
      case CONTACT -> say.of("support.contact." + told);
      case CIRCLE -> say.of("support.circle.of", told, say.of("support.circle." + told));
      case GIVES -> flows(supporter.told().gives());
      case RECEIVES -> flows(supporter.told().receives());
      case WOULD_ASK -> say.of("support.wouldAsk.short", told);
      case ASKED -> say.day((LocalDate) told);
      case ALIAS, ACCEPTED, REFUSED -> String.valueOf(told);
    };
  }

  /** The beginnings of the first and the last part of a name. */
  public String initials(String name) {
    String[] parts = name.strip().split("\\s+");
    String first = beginning(parts[0]);
    return parts.length == 1 ? first : first + beginning(parts[parts.length - 1]);
  }

  private static String beginning(String part) {
    return part.isEmpty() ? "" : part.substring(0, part.offsetByCodePoints(0, 1));
  }
}
