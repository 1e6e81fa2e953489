using System.Text.Json.Nodes;

namespace CxGrains.Client;

/// <summary>One thing that happened between a customer and the company. docs/api.md lists the fields of each type.</summary>
/// <param name="Customer">The customer's id, 1 to 128 characters.</param>
/// <param name="Type">What happened, such as <c>purchase</c>; 1 to 64 characters.</param>
public sealed record Interaction(string Customer, string Type)
{
    /// <summary>The sender's id, 1 to 128 characters; made where it is null. The same id of the same customer has its effect once.</summary>
    public string? Id { get; init; }

    /// <summary>When it happened; the time it is handed over where it is null.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Further fields of the type by name, such as <c>value</c>, <c>channel</c> or <c>properties</c>.</summary>
    public JsonObject Fields { get; init; } = [];
}
