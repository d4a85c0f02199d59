package health.trellis.goals;

import health.trellis.clients.ClientHead;
import java.time.LocalDate;

/** What the page offers that dates a step or drops it. */
public record StepForm(ClientHead head, GoalView goal, StepView step, LocalDate today) {}
