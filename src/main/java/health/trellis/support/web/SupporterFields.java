package health.trellis.support.web;

import health.trellis.support.Contact;
import health.trellis.support.Flow;
import health.trellis.support.Relation;
import health.trellis.support.SupporterDraft;
import health.trellis.support.Tie;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is typed of a supporter, until it is written down. */
public class SupporterFields implements Serializable {
  private static final long serialVersionUID = 1L;

  private String alias = "";
  private Relation relation = Relation.FRIEND;
  private int circle = 2;
  private @Nullable Integer angle;
  private @Nullable Contact contact;
  private final EnumMap<Flow, Boolean> gives = new EnumMap<>(Flow.class);
  private final EnumMap<Flow, Boolean> receives = new EnumMap<>(Flow.class);
  private Tie tie = Tie.STRONG;
  private @Nullable Integer wouldAsk;
  private @Nullable LocalDate askedOn;
  private @Nullable Integer accepted = 0;
  private @Nullable Integer refused = 0;

  /** Takes over how a supporter stands; where on its circle is left as it is. */
  void show(SupporterDraft told) {
    alias = told.alias();
    relation = told.relation();
    circle = told.circle();
    contact = told.contact();
    show(gives, told.gives());
    show(receives, told.receives());
    tie = told.tie();
    wouldAsk = told.wouldAsk();
    askedOn = told.askedOn();
    accepted = told.accepted();
    refused = told.refused();
  }

  private static void show(Map<Flow, Boolean> boxes, Set<Flow> flows) {
    boxes.clear();
    flows.forEach(flow -> boxes.put(flow, true));
  }

  private static Set<Flow> ticked(Map<Flow, Boolean> boxes) {
    EnumSet<Flow> ticked = EnumSet.noneOf(Flow.class);
    boxes.forEach(
        (flow, on) -> {
          if (on) {
            ticked.add(flow);
          }
        });
    return ticked;
  }

  /** The supporter that it makes. */
  SupporterDraft draft() {
    return new SupporterDraft(
        alias,
        relation,
        circle,
        angle,
        contact,
        ticked(gives),
        ticked(receives),
        tie,
        wouldAsk,
        askedOn,
        accepted == null ? 0 : accepted,
        refused == null ? 0 : refused);
  }

  public String getAlias() {
    return alias;
  }

  public void setAlias(@Nullable String alias) {
    this.alias = alias == null ? "" : alias;
  }

  public Relation getRelation() {
    return relation;
  }

  public void setRelation(@Nullable Relation relation) {
    this.relation = relation == null ? this.relation : relation;
  }

  public int getCircle() {
    return circle;
  }

  public void setCircle(int circle) {
    this.circle = circle;
  }

  public @Nullable Integer getAngle() {
    return angle;
  }

  public void setAngle(@Nullable Integer angle) {
    this.angle = angle;
  }

  public @Nullable Contact getContact() {
    return contact;
  }

  public void setContact(@Nullable Contact contact) {
    this.contact = contact;
  }

  /** Which boxes are ticked of what the supporter gives. */
  public Map<Flow, Boolean> getGives() {
    return gives;
  }

  /** Which boxes are ticked of what the supporter gets. */
  public Map<Flow, Boolean> getReceives() {
    return receives;
  }

  public Tie getTie() {
    return tie;
  }

  public void setTie(@Nullable Tie tie) {
    this.tie = tie == null ? this.tie : tie;
  }

  public @Nullable Integer getWouldAsk() {
    return wouldAsk;
  }

  public void setWouldAsk(@Nullable Integer wouldAsk) {
    this.wouldAsk = wouldAsk;
  }

  public @Nullable LocalDate getAskedOn() {
    return askedOn;
  }

  public void setAskedOn(@Nullable LocalDate askedOn) {
    this.askedOn = askedOn;
  }

  public @Nullable Integer getAccepted() {
    return accepted;
  }

  public void setAccepted(@Nullable Integer accepted) {
    this.accepted = accepted;
  }

  public @Nullable Integer getRefused() {
    return refused;
  }

  public void setRefused(@Nullable Integer refused) {
    this.refused = refused;
  }

  /** The relations to choose from. */
  public Relation[] getRelations() {
    return Relation.values();
  }

  /** The frequencies to choose from. */
  public Contact[] getContacts() {
    return Contact.values();
  }

  /** What can flow. */
  public Flow[] getFlows() {
    return Flow.values();
  }

  /** The ties to choose from. */
  public Tie[] getTies() {
    return Tie.values();
  }
}
