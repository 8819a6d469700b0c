using System.Text.Json;
using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.Config;

/// <summary>Stores levels by their names on the wire.</summary>
internal sealed class CompatibilityLevelConverter : JsonConverter<CompatibilityLevel>
{
    public override CompatibilityLevel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => CompatibilityLevels.Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, CompatibilityLevel value, JsonSerializerOptions options) => writer.WriteStringValue(CompatibilityLevels.WireName(value));
}
