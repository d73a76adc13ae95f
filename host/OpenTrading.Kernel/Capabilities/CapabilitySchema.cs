using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>JSON schemas of arguments and results.</summary>
internal static class CapabilitySchema
{
    private static readonly JsonSchemaExporterOptions Exporting = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Known(context.TypeInfo.Type) is { } known && schema is not JsonObject { Count: > 1 } ? known : schema,
    };

    public static JsonObject Input(CapabilityDescriptor capability)
    {
        var properties = new JsonObject();
        foreach (CapabilityParameter parameter in capability.Arguments)
        {
            properties[parameter.Name] = Argument(parameter, capability.Json);
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (capability.Arguments.Any(p => !p.IsOptional))
        {
            schema["required"] = new JsonArray([.. capability.Arguments.Where(p => !p.IsOptional).Select(p => (JsonNode)p.Name)]);
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    public static JsonNode Output(CapabilityDescriptor capability)
    {
        JsonNode result = Of(capability.ResultType, capability.Json);
        if (!capability.IsJob)
        {
            return result;
        }

        JsonNode envelope = Of(typeof(JobEnvelope), CapabilityJson.Options);
        envelope["properties"]!["result"] = result;
        return envelope;
    }

    private static JsonNode Of(Type type, JsonSerializerOptions json) => json.GetJsonSchemaAsNode(type, Exporting);

    private static JsonObject Argument(CapabilityParameter parameter, JsonSerializerOptions json)
    {
        JsonObject schema = parameter.ItemType is { } item
            ? new JsonObject { ["type"] = "array", ["items"] = Scalar(item) }
            : Scalar(parameter.Type);
        JsonObject bounded = parameter.ItemType is null ? schema : (JsonObject)schema["items"]!;
        if (parameter.Min is { } min && double.IsFinite(min) && min > -1e9)
        {
            bounded["minimum"] = Plain(min);
        }

        if (parameter.Max is { } max && double.IsFinite(max) && max < 1e9)
        {
            bounded["maximum"] = Plain(max);
        }

        if (parameter.Default is { } value)
        {
            schema["default"] = JsonSerializer.SerializeToNode(value, value.GetType(), json);
        }

        if (parameter.Description.Length > 0)
        {
            schema["description"] = parameter.Description;
        }

        return schema;
    }

    private static JsonNode Plain(double value) => value == Math.Truncate(value) ? (long)value : value;

    private static JsonObject Scalar(Type type) => Known(type) ?? (
        type == typeof(string) ? Typed("string")
        : type == typeof(bool) ? Typed("boolean")
        : type == typeof(int) || type == typeof(long) ? Typed("integer")
        : type == typeof(double) || type == typeof(decimal) ? Typed("number")
        : type == typeof(JsonElement) ? Typed("object")
        : throw new ArgumentException($"{type} is no type of an argument."));

    private static JsonObject? Known(Type type) =>
        type == typeof(DateTime) ? new JsonObject { ["type"] = "string", ["format"] = "date-time" }
        : type == typeof(DateOnly) ? new JsonObject { ["type"] = "string", ["format"] = "date" }
        : type == typeof(double) ? Typed("number")
        : type == typeof(object[]) ? Typed("array")
        : CapabilityParameter.Choices(type) is { } choices ? new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)c)]) }
        : null;

    private static JsonObject Typed(string type) => new() { ["type"] = type };
}
