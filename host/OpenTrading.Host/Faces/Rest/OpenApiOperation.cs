using System.Text.Json.Nodes;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>One capability in the OpenAPI document.</summary>
internal static class OpenApiOperation
{
    /// <summary>The operation.</summary>
    public static JsonObject Of(CapabilityDescriptor capability)
    {
        var operation = new JsonObject
        {
            ["operationId"] = capability.Name,
            ["tags"] = new JsonArray(capability.Toolset),
            ["summary"] = capability.Description,
            ["x-opentrading-effect"] = capability.Effect.ToString().ToLowerInvariant(),
            ["x-opentrading-role"] = capability.Effect == Effect.Operate ? "operator" : "analyst",
        };
        if (Errors(capability) is { Length: > 0 } errors)
        {
            operation["x-opentrading-errors"] = new JsonArray([.. errors.Select(e => (JsonNode)e)]);
        }

        JsonObject input = capability.InputSchema;
        string[] inPath = [.. capability.Arguments.Select(p => p.Name).Where(name => capability.Path.Contains($"{{{name}}}", StringComparison.Ordinal))];
        string[] others = [.. capability.Arguments.Select(p => p.Name).Except(inPath)];
        bool hasBody = capability.HttpMethod == "POST";
        JsonObject[] parameters =
        [
            .. inPath.Select(name => Parameter(input, name, "path")),
            .. hasBody ? [] : others.Select(name => Parameter(input, name, "query")),
            .. capability.Effect is Effect.Read or Effect.Compute ? [] : (JsonObject[])[Reference("#/components/parameters/IdempotencyKey")],
        ];
        if (parameters.Length > 0)
        {
            operation["parameters"] = new JsonArray([.. parameters]);
        }

        if (hasBody && others.Length > 0)
        {
            operation["requestBody"] = Body(input, inPath, others);
        }

        operation["responses"] = Responses(capability);
        return operation;
    }

    /// <summary>Name of the schema of its result.</summary>
    public static string ResultName(CapabilityDescriptor capability) => $"{capability.Name}_result";

    /// <summary>Schema of its result. A schema that refers to itself gets a base of its own, for its references start at its root.</summary>
    public static JsonNode Result(CapabilityDescriptor capability)
    {
        JsonNode schema = capability.OutputSchema.DeepClone();
        if (schema is JsonObject known && known.ToJsonString().Contains("\"$ref\"", StringComparison.Ordinal))
        {
            known["$id"] = $"urn:opentrading:result:{capability.Name}";
        }

        return schema;
    }

    private static string[] Errors(CapabilityDescriptor capability) => [.. capability.Declaration.Errors.Select(e => e.Name())];

    private static JsonObject Parameter(JsonObject input, string name, string place)
    {
        JsonNode schema = input["properties"]![name]!.DeepClone();
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["required"] = place == "path" || IsRequired(input, name) };
        if (schema is JsonObject known && known.Remove("description", out JsonNode? description))
        {
            parameter["description"] = description;
        }

        parameter["schema"] = schema;
        return parameter;
    }

    private static JsonObject Body(JsonObject input, string[] inPath, string[] others)
    {
        var schema = (JsonObject)input.DeepClone();
        foreach (string name in inPath)
        {
            schema["properties"]!.AsObject().Remove(name);
        }

        string[] required = [.. others.Where(name => IsRequired(input, name))];
        schema.Remove("required");
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        }

        return new JsonObject { ["required"] = required.Length > 0, ["content"] = OpenApiParts.Json(schema) };
    }

    private static JsonObject Responses(CapabilityDescriptor capability)
    {
        JsonObject result = Reference($"#/components/schemas/{ResultName(capability)}");
        var responses = new JsonObject();
        if (capability.Effect == Effect.Compute)
        {
            JsonObject job = new() { ["allOf"] = new JsonArray(Reference("#/components/schemas/Job"), new JsonObject { ["properties"] = new JsonObject { ["result"] = result } }) };
            responses["200"] = new JsonObject { ["description"] = "The job has ended.", ["content"] = OpenApiParts.Json(job) };
            responses["202"] = new JsonObject { ["description"] = "The job goes on; ask for its result later.", ["content"] = OpenApiParts.Json(Reference("#/components/schemas/Job")) };
        }
        else
        {
            responses["200"] = new JsonObject { ["description"] = "The result.", ["content"] = OpenApiParts.Json(result) };
        }

        responses["default"] = Reference("#/components/responses/Problem");
        return responses;
    }

    private static bool IsRequired(JsonObject input, string name) => input["required"] is JsonArray required && required.Any(r => (string?)r == name);

    private static JsonObject Reference(string to) => new() { ["$ref"] = to };
}
