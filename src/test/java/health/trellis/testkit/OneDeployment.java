package health.trellis.testkit;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.arquillian.test.spi.context.ClassContext;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jspecify.annotations.Nullable;

/**
 * The life of the one deployment: the stage is built before Arquillian reads its configuration, the
 * WAR is deployed before the first test class, every later class is given the same deployment, and
 * after the last one the server and the stage are gone, however the tests went.
 */
final class OneDeployment {

  private static final TestClass WAR = new TestClass(TrellisWar.class);
  private static final int FIRST = 1_000;

  @Inject @ClassScoped private InstanceProducer<DeploymentScenario> scenario;
  @Inject private Event<GenerateDeployment> generate;
  @Inject private Event<UnDeployManagedDeployments> undeploy;
  @Inject private Instance<ClassContext> classes;

  private @Nullable DeploymentScenario kept;
  private @Nullable RuntimeException failure;
  private boolean deployed;
  private boolean over;

  void begin(@Observes(precedence = FIRST) ManagerStarted event) {
    Stage.build();
  }

  void generateOnce(@Observes EventContext<GenerateDeployment> context) {
    if (context.getEvent().getTestClass().getJavaClass().equals(TrellisWar.class)) {
      context.proceed();
      kept = scenario.get();
      return;
    }
    if (kept == null) {
      generate.fire(new GenerateDeployment(WAR));
    }
    scenario.set(kept);
  }

  void deployOnce(@Observes EventContext<DeployManagedDeployments> context) {
    if (failure != null) {
      throw failure;
    }
    if (!deployed) {
      deployed = true;
      try {
        context.proceed();
        Stage.get().awaitReady();
      } catch (RuntimeException e) {
        failure = new IllegalStateException("Trellis did not start, so no test could run", e);
        throw failure;
      }
    }
  }

  void undeployOnce(@Observes EventContext<UnDeployManagedDeployments> context) {
    if (over) {
      context.proceed();
    }
  }

  void end(@Observes(precedence = FIRST) AfterSuite event) {
    over = true;
    ClassContext context = classes.get();
    context.activate(TrellisWar.class);
    try {
      if (kept != null && deployed) {
        scenario.set(kept);
        undeploy.fire(new UnDeployManagedDeployments());
      }
    } finally {
      context.deactivate();
      Stage.get().close();
    }
  }
}
