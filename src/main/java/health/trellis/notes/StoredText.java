package health.trellis.notes;

import health.trellis.kernel.JsonParts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.HashMap;
import java.util.Map;

/** A note's text as the JSON object that is stored: section by section. */
@Converter
class StoredText implements AttributeConverter<NoteText, String> {
  @Override
  public String convertToDatabaseColumn(NoteText text) {
    JsonObjectBuilder json = JsonParts.object();
    text.sections().forEach(json::add);
    return json.build().toString();
  }

  @Override
  public NoteText convertToEntityAttribute(String stored) {
    JsonObject json = JsonParts.read(stored);
    Map<String, String> sections = new HashMap<>();
    json.keySet().forEach(section -> sections.put(section, json.getString(section)));
    return new NoteText(sections);
  }
}
