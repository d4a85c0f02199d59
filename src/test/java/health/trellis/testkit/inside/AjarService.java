package health.trellis.testkit.inside;

import health.trellis.security.Service;

/** A service whose only method forgot to say who may call it. */
@Service
public class AjarService {
  /** Says that somebody got in. */
  public String enter() {
    return "in";
  }
}
