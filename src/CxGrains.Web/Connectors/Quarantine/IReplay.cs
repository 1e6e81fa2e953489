using CxGrains.Abstractions.Quarantine;

namespace CxGrains.Web.Connectors.Quarantine;

/// <summary>Reads payloads again that wait in quarantine.</summary>
internal interface IReplay
{
    /// <summary>Whether it reads payloads of a source.</summary>
    bool Serves(string source);

    /// <summary>Reads a payload as it would be read now, at the instant it came.</summary>
    ValueTask<Taken> ReplayAsync(string workspace, QuarantinedPayload payload, CancellationToken cancellationToken);
}
