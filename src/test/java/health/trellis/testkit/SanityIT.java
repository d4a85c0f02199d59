package health.trellis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The kit itself: a test that runs inside the server. */
@ExtendWith(ArquillianExtension.class)
class SanityIT {

  @Inject private BeanManager beans;

  @Test
  void a_test_runs_inside_the_server() {
    assertThat(beans.getBeans(Object.class)).isNotEmpty();
  }
}
