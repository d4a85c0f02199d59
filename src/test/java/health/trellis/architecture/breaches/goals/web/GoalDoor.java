package health.trellis.architecture.breaches.goals.web;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.ws.rs.Path;

/** A resource under another name. */
@Breaks(Rule.RESOURCES_LIVE_IN_WEB)
@Path("goals")
public class GoalDoor {}
