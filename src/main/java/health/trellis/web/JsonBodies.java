package health.trellis.web;

import health.trellis.kernel.JsonParts;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets a small request be read only where everybody would read the same in it: UTF-8 without a
 * fault, one value of JSON with nothing behind it, no name twice in an object, no deeper and no
 * longer than any page sends. It answers 400 otherwise, and 413 where it is too long.
 */
@Provider
public class JsonBodies implements ReaderInterceptor {
  /** In bytes; a note of ten full sections has less. */
  static final int LONGEST = 4 << 20;

  private static final int DEEPEST = 16;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    byte[] sent = context.getInputStream().readNBytes(LONGEST + 1);
    if (sent.length > LONGEST) {
      throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    if (!isPlain(sent)) {
      throw new WebApplicationException(Response.Status.BAD_REQUEST);
    }
    context.setInputStream(new ByteArrayInputStream(sent));
    return context.proceed();
  }

  /** Whether it is nothing at all, or JSON in which everybody reads the same. */
  static boolean isPlain(byte[] sent) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sent)).toString();
      return text.isBlank() || hasOneReading(text);
    } catch (CharacterCodingException | JsonException broken) {
      return false;
    }
  }

  private static boolean hasOneReading(String text) {
    Deque<Set<String>> names = new ArrayDeque<>();
    try (JsonParser parser = JsonParts.parser(text)) {
      while (parser.hasNext()) {
        boolean plain =
            switch (parser.next()) {
              case START_OBJECT, START_ARRAY -> {
                names.push(new HashSet<>());
                yield names.size() <= DEEPEST;
              }
              case END_OBJECT, END_ARRAY -> {
                names.pop();
                yield true;
              }
              case KEY_NAME -> names.element().add(parser.getString());
              default -> true;
            };
        if (!plain) {
          return false;
        }
      }
    }
    return true;
  }
}
