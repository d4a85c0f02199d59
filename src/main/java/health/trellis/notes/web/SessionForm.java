package health.trellis.notes.web;

import health.trellis.sessions.Attendance;
import health.trellis.sessions.Place;
import health.trellis.sessions.SessionDraft;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is typed of a session, until it is written down. */
public class SessionForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_MINUTES = 50;

  private @Nullable LocalDateTime startsAt;
  private @Nullable Integer minutes = USUAL_MINUTES;
  private Place place = Place.PRACTICE;
  private Attendance attendance = Attendance.ATTENDED;
  private @Nullable String present;

  /** The session that it makes; the form requires when and how long. */
  SessionDraft draft(ZoneId zone) {
    return new SessionDraft(
        Objects.requireNonNull(startsAt, "when").atZone(zone).toInstant(),
        Duration.ofMinutes(Objects.requireNonNull(minutes, "how long")),
        place,
        attendance,
        present);
  }

  public @Nullable LocalDateTime getStartsAt() {
    return startsAt;
  }

  public void setStartsAt(@Nullable LocalDateTime startsAt) {
    this.startsAt = startsAt;
  }

  public @Nullable Integer getMinutes() {
    return minutes;
  }

  public void setMinutes(@Nullable Integer minutes) {
    this.minutes = minutes;
  }

  public Place getPlace() {
    return place;
  }

  public void setPlace(@Nullable Place place) {
    this.place = place == null ? this.place : place;
  }

  public Attendance getAttendance() {
    return attendance;
  }

  public void setAttendance(@Nullable Attendance attendance) {
    this.attendance = attendance == null ? this.attendance : attendance;
  }

  public @Nullable String getPresent() {
    return present;
  }

  public void setPresent(@Nullable String present) {
    this.present = present;
  }
}
