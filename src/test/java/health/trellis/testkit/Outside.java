package health.trellis.testkit;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that stands outside the one server of the run and speaks plain HTTP with it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public abstract class Outside {

  /** What the invented practice holds. */
  protected final Practice practice = new Practice();

  /** One of the demonstration's people in a new session. */
  protected static Visitor signIn(Reader reader) throws IOException {
    return signIn(reader.userName(), "/");
  }

  /** Somebody in a new session that begins on a page. */
  protected static Visitor signIn(String userName, String page) throws IOException {
    Stage stage = Stage.get();
    return Visitor.signIn(stage.address(), page, userName, stage.passwordOf(userName));
  }

  /** Somebody without a session. */
  protected static Visitor stranger() {
    return Visitor.stranger(Stage.get().address());
  }
}
