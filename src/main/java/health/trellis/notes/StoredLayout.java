package health.trellis.notes;

import health.trellis.kernel.JsonParts;
import health.trellis.notes.NoteTemplate.Section;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A layout as the JSON object that is stored; nothing where a note is in a usual form. */
@Converter
class StoredLayout implements AttributeConverter<NoteLayout, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable NoteLayout layout) {
    if (layout == null) {
      return null;
    }
    List<JsonObject> sections = layout.sections().stream().map(StoredLayout::write).toList();
    return JsonParts.object()
        .add("name", layout.name())
        .add("sections", JsonParts.array(sections))
        .build()
        .toString();
  }

  @Override
  public @Nullable NoteLayout convertToEntityAttribute(@Nullable String stored) {
    if (stored == null) {
      return null;
    }
    JsonObject json = JsonParts.read(stored);
    return new NoteLayout(
        json.getString("name"),
        json.getJsonArray("sections").stream().map(StoredLayout::read).toList());
  }

  private static JsonObject write(Section section) {
    return JsonParts.object()
        .add("name", section.code())
        .add("hint", section.hint())
        .add("required", section.required())
        .build();
  }

  private static Section read(JsonValue stored) {
    JsonObject section = stored.asJsonObject();
    return new Section(
        section.getString("name"), section.getString("hint"), section.getBoolean("required"));
  }
}
