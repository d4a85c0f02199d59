package health.trellis.architecture.breaches.goals.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** A sound bean. */
@Named
@RequestScoped
public class RateGoalBean {}
