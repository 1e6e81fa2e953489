using System.Text.Json;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Connectors.Mapping;
using CxGrains.Web.Webhooks;

namespace CxGrains.Web.Connectors.Generic;

/// <summary>
/// Any tool that posts JSON: the mapping says all. With a secret the request must be signed, by Standard Webhooks or with
/// <c>X-Signature: sha256=HEX</c> (also under GitHub's name <c>X-Hub-Signature-256</c>) over the body.
/// </summary>
internal sealed class GenericConnector : IConnector
{
    private const string HexPrefix = "sha256=";

    /// <summary>Events of one payload.</summary>
    public const int ItemsMax = 1_000;

    /// <inheritdoc/>
    public string Kind => "generic";

    /// <inheritdoc/>
    public bool NeedsSecret => false;

    /// <inheritdoc/>
    public bool IsGenuine(SignedRequest request, string secret) =>
        request.Header(StandardWebhooks.SignatureHeader) is not null
            ? StandardWebhooks.IsGenuine(request, secret)
            : Signatures.IsHex(request.Header("X-Signature") ?? request.Header("X-Hub-Signature-256"), HexPrefix, Signatures.Sha256(Signatures.Bytes(secret), request.Body.ToArray()));

    /// <inheritdoc/>
    public ValueTask<MappedPayload> MapAsync(JsonElement payload, Connection connection, CancellationToken cancellationToken)
    {
        var mapping = connection.Mapping;
        if (mapping.Items is not { } items)
        {
            return ValueTask.FromResult(MappedPayload.Of(MapOne(payload, mapping)));
        }

        if (JsonPointer.Find(payload, items) is not { ValueKind: JsonValueKind.Array } list)
        {
            throw new UnreadableException($"there is no list at {items}");
        }

        if (list.GetArrayLength() > ItemsMax)
        {
            throw new UnreadableException($"the list at {items} has {list.GetArrayLength()} elements, at most {ItemsMax} are taken");
        }

        return ValueTask.FromResult(list.GetArrayLength() == 0 ? MappedPayload.Nothing($"the list at {items} is empty") : MapAll(list, mapping));
    }

    // An element that cannot be read keeps nothing from its neighbours.
    private static MappedPayload MapAll(JsonElement list, ConnectionMapping mapping)
    {
        var (interactions, unreadable) = (new List<MappedInteraction>(), new List<string>());
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            try
            {
                interactions.Add(MapOne(item, mapping));
            }
            catch (UnreadableException fault)
            {
                unreadable.Add($"element {index}: {fault.Message}");
            }
            catch (InvalidOperationException fault)
            {
                // Half a surrogate pair in an escape.
                unreadable.Add($"element {index}: a text is not valid: {fault.Message}");
            }

            index++;
        }

        return new MappedPayload(interactions, null) { Unreadable = unreadable };
    }

    private static MappedInteraction MapOne(JsonElement item, ConnectionMapping mapping)
    {
        var interaction = new MappedInteraction();
        mapping.Apply(item, interaction);
        foreach (var field in (string[])["customer", "type"])
        {
            if (!interaction.Has(field))
            {
                throw new UnreadableException(mapping.Has(field) ? $"{field} is not where the mapping says" : $"the mapping does not say where {field} is");
            }
        }

        return interaction;
    }
}
