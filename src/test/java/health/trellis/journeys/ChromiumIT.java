package health.trellis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The browser of the journeys, when it stands still. */
class ChromiumIT {

  @Test
  void one_that_does_not_answer_is_ended_and_replaced() throws Exception {
    try (Chromium chromium = new Chromium(Duration.ofSeconds(2))) {
      BrowserContext still = chromium.browser().newContext();
      still.newPage();
      chromium
          .processes()
          .filter(each -> each.info().command().orElse("").contains("chrom"))
          .forEach(ChromiumIT::stop);

      assertThat(chromium.closing(still::close)).as("closed in time").isFalse();

      BrowserContext next = chromium.browser().newContext();
      next.newPage().setContent("<title>here</title>");
      assertThat(next.pages().get(0).title()).isEqualTo("here");
      assertThat(chromium.closing(next::close)).as("closed in time").isTrue();
    }
  }

  private static void stop(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
