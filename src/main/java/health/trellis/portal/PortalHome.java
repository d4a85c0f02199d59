package health.trellis.portal;

import health.trellis.clients.FormerTherapist;
import health.trellis.inventory.AssignmentRow;
import java.util.List;

/**
 * A client's home.
 *
 * @param name the client's own name
 * @param therapists the names of those who treat the client
 * @param left who treated the client until lately and does no more
 * @param tasks inventories to answer, soonest due first
 * @param sent the inventory that was sent last and is not shared; empty where there is none
 * @param shared results that the therapist shared, newest first
 * @param beliefs how many beliefs the therapist shared
 * @param goals how many goals
 * @param support whether the therapist shared the support map
 */
public record PortalHome(
    String name,
    List<String> therapists,
    List<FormerTherapist> left,
    List<AssignmentRow> tasks,
    List<AssignmentRow> sent,
    List<AssignmentRow> shared,
    int beliefs,
    int goals,
    boolean support) {}
