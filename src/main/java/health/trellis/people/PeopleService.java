package health.trellis.people;

import health.trellis.clients.ClientAccess;
import health.trellis.clients.OpenClinic;
import health.trellis.security.AllowedTo;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.List;

/** What an administrator asks of the clinic's people. */
@Service
public class PeopleService {
  @Inject private ClientAccess access;
  @Inject private StaffRepository staff;

  /** The therapists who work here now, by name. */
  @AllowedTo(Role.ADMINISTRATOR)
  public List<TherapistRow> therapists() {
    OpenClinic clinic = access.openClinic();
    return staff.listTherapists(clinic);
  }
}
