package health.trellis.support.web;

import health.trellis.support.Aspect;
import health.trellis.support.MapChange;
import health.trellis.support.MapDifference;
import health.trellis.support.Spot;
import health.trellis.support.SupporterDraft;
import health.trellis.support.SupporterView;
import health.trellis.support.web.MapDrawing.Mark;
import health.trellis.support.web.MapDrawing.Name;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One writing of one support map on one ground. */
final class MapPicture {
  private static final Map<MapChange.Kind, String> SIGNS =
      Map.of(MapChange.Kind.CAME, "+", MapChange.Kind.WENT, "−", MapChange.Kind.CHANGED, "≠");

  private static final int[] CALM = {0, 180, 14, 346, 166, 194, 28, 332, 152, 208};

  private final ResponseWriter writer;
  private final SupportMapComponent map;
  private final MapFrame frame;
  private final MapDrawing drawing;
  private final SupportWordsBean words;
  private final List<Name> circles;

  MapPicture(ResponseWriter writer, SupportMapComponent map, MapFrame frame) {
    this.writer = writer;
    this.map = map;
    this.frame = frame;
    this.words = map.getWords();
    this.circles = circles();
    this.drawing = MapDrawing.of(map.getMap(), frame, ground());
  }

  /** What each circle is called, on its line where no tie crosses it. */
  private List<Name> circles() {
    List<Name> names = new ArrayList<>();
    double angle = calm();
    for (int circle = 1; circle <= Spot.CIRCLES; circle++) {
      double x = frame.x(frame.outer(circle), angle);
      double y = frame.y(frame.outer(circle), angle) + frame.font() * 0.3;
      names.add(new Name(words.of("support.circle." + circle), x, y, "middle"));
    }
    return names;
  }

  /** In the widest gap near the top or the bottom, where a name lies along its line. */
  private double calm() {
    double best = 0;
    double widest = -1;
    for (int angle : CALM) {
      double room =
          map.getMap().stream()
              .mapToInt(each -> Math.abs(each.told().spot().angle() - angle))
              .map(apart -> Math.min(apart, 360 - apart))
              .min()
              .orElse(180);
      if (room > widest) {
        widest = room;
        best = angle;
      }
    }
    return best;
  }

  private List<NameBox> ground() {
    return circles.stream()
        .map(name -> NameBox.of(name.text(), name.x(), name.y(), "middle", frame.font()))
        .toList();
  }

  /** Whether no mark stands where a circle's name would be. */
  private boolean free(Name name) {
    NameBox box = NameBox.of(name.text(), name.x(), name.y(), "middle", frame.font());
    return drawing.marks().stream()
        .noneMatch(mark -> box.meets(NameBox.around(mark.x(), mark.y(), mark.r() + 2)));
  }

  void draw() throws IOException {
    String shape = frame == MapFrame.WIDE ? "people wide" : "people narrow";
    open("svg", drawing.keyed() ? shape + " keyed" : shape);
    put("viewBox", "0 0 %s %s".formatted(number(frame.width()), number(drawing.height())));
    put("role", map.getOpens() == null ? "img" : "group");
    put("aria-label", words.of("support.drawing"));
    put("data-cx", number(frame.cx()));
    put("data-cy", number(frame.cy()));
    put("data-hub", number(frame.hub()));
    put("data-circles", "%s %s %s".formatted(frame.outer(1), frame.outer(2), frame.outer(3)));
    rings();
    open("g", "ties");
    for (Mark mark : drawing.marks()) {
      tie(mark);
    }
    writer.endElement("g");
    for (Name name : circles) {
      if (free(name)) {
        text("ring-name", null, name);
      }
    }
    disc("hub", frame.cx(), frame.cy(), frame.hub());
    text("middle", null, new Name(map.getMiddle(), frame.cx(), frame.cy() + 5, "middle"));
    for (Mark mark : drawing.marks()) {
      mark(mark);
    }
    writer.endElement("svg");
  }

  private void rings() throws IOException {
    for (int circle = Spot.CIRCLES; circle >= 1; circle--) {
      disc("ring ring" + circle, frame.cx(), frame.cy(), frame.outer(circle));
    }
  }

  private void tie(Mark mark) throws IOException {
    SupporterDraft told = mark.supporter().told();
    TieLine line = new TieLine(frame, mark.x(), mark.y(), mark.r());
    open("g", "tie " + told.tie() + kind(mark));
    put("data-of", mark.supporter().id().toString());
    before(mark);
    path("line", line.path(told.tie()));
    boolean both = !told.receives().isEmpty();
    if (both) {
      path("flow", line.outwards());
    }
    if (!told.gives().isEmpty()) {
      path("flow", line.inwards(both));
    }
    writer.endElement("g");
  }

  /** Where one stood before who moved to another circle. */
  private void before(Mark mark) throws IOException {
    MapChange change = change(mark);
    SupporterView then = change == null ? null : change.before();
    if (change == null || then == null || !change.aspects().contains(Aspect.CIRCLE)) {
      return;
    }
    Spot spot = then.told().spot();
    double distance = frame.middle(spot.circle());
    double x = frame.x(distance, spot.angle());
    double y = frame.y(distance, spot.angle());
    path(
        "way", "M" + number(x) + " " + number(y) + "L" + number(mark.x()) + " " + number(mark.y()));
    disc("before", x, y, mark.r());
  }

  private void mark(Mark mark) throws IOException {
    SupporterView supporter = mark.supporter();
    String opens = map.getOpens();
    open(opens == null ? "g" : "a", "supporter" + kind(mark));
    if (opens != null) {
      put("href", opens + supporter.id());
      put("aria-label", words.says(supporter));
    }
    put("data-supporter", supporter.id().toString());
    put("data-version", String.valueOf(supporter.version()));
    put("data-circle", String.valueOf(supporter.told().circle()));
    put("data-angle", String.valueOf(supporter.told().spot().angle()));
    put("data-x", number(mark.x()));
    put("data-y", number(mark.y()));
    put("data-alias", supporter.told().alias());
    if (opens == null) {
      open("title", null);
      writer.writeText(words.says(supporter), null);
      writer.endElement("title");
    }
    disc("reach", mark.x(), mark.y(), Math.max(mark.r(), frame.mark()) + 5);
    disc("halo", mark.x(), mark.y(), mark.r() + 3);
    disc("mark " + supporter.told().tie(), mark.x(), mark.y(), mark.r());
    String sign = sign(mark);
    String within = drawing.keyed() ? String.valueOf(mark.number()) : sign;
    text("within", null, new Name(within, mark.x(), mark.y() + mark.r() * 0.36, "middle"));
    Name name = mark.name();
    if (drawing.keyed()) {
      double x = name.x() - frame.font() * 0.5;
      text("number", null, new Name(String.valueOf(mark.number()), x, name.y(), "end"));
    }
    text("name", drawing.keyed() && !sign.isEmpty() ? sign + " " : null, name);
    writer.endElement(opens == null ? "g" : "a");
  }

  private String kind(Mark mark) {
    MapChange change = change(mark);
    return change == null ? "" : " " + change.kind();
  }

  private String sign(Mark mark) {
    MapChange change = change(mark);
    return change == null ? "" : SIGNS.getOrDefault(change.kind(), "");
  }

  private @Nullable MapChange change(Mark mark) {
    MapDifference difference = map.getDifference();
    return difference == null ? null : difference.of(mark.supporter().id()).orElse(null);
  }

  private void disc(String kind, double x, double y, double radius) throws IOException {
    open("circle", kind);
    put("cx", number(x));
    put("cy", number(y));
    put("r", number(radius));
    writer.endElement("circle");
  }

  private void path(String kind, String d) throws IOException {
    open("path", kind);
    put("d", d);
    writer.endElement("path");
  }

  private void text(String kind, @Nullable String before, Name name) throws IOException {
    if (name.text().isEmpty()) {
      return;
    }
    open("text", kind);
    put("x", number(name.x()));
    put("y", number(name.y()));
    put("text-anchor", name.anchor());
    writer.writeText((before == null ? "" : before) + name.text(), null);
    writer.endElement("text");
  }

  private void open(String element, @Nullable String kind) throws IOException {
    writer.startElement(element, map);
    if (kind != null) {
      put("class", kind);
    }
  }

  private void put(String name, String value) throws IOException {
    writer.writeAttribute(name, value, null);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
