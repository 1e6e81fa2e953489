using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Live;
using CxGrains.Abstractions.Queries;
using CxGrains.Domain;

namespace CxGrains.Conformance.Runtimes;

/// <summary>A runtime behind its contract, with what a test must be able to do to it.</summary>
public interface IRuntimeUnderTest : IAsyncDisposable
{
    /// <summary>The one clock, which outlives restarts.</summary>
    ManualTimeProvider Clock { get; }

    /// <summary>Takes interactions in.</summary>
    IIngest Ingest { get; }

    /// <summary>What waits to be sent.</summary>
    IOutbox Outbox { get; }

    /// <summary>Where alerts are sent.</summary>
    IDestinations Destinations { get; }

    /// <summary>Small documents.</summary>
    IDocuments Documents { get; }

    /// <summary>Views.</summary>
    IQueries Queries { get; }

    /// <summary>Surveys and segments.</summary>
    IDefinitions Definitions { get; }

    /// <summary>What people do with alerts.</summary>
    IAlertHandling Alerts { get; }

    /// <summary>Notices.</summary>
    ILive Live { get; }

    /// <summary>The names the runtime shares with whoever reads interactions for it.</summary>
    NamePool Names { get; }

    /// <summary>Starts it on what was stored before.</summary>
    Task StartAsync();

    /// <summary>Stops it in good order.</summary>
    Task StopAsync();

    /// <summary>
    /// Ends it as <c>kill -9</c> would at this very moment: only what is durable now is left for the next start. What is under way
    /// may or may not be accepted.
    /// </summary>
    Task CrashAsync();

    /// <summary>Completes when nothing is left to do at the clock's instant: everything accepted is applied, what is due is settled, redefinitions are through.</summary>
    Task SettleAsync();

    /// <summary>Has the runtime look, at the clock's instant, whether rules of the tests' workspace on surveys, segments and goals have come to hold; done when it has its effect.</summary>
    Task LookAtMovementsAsync();

    /// <summary>Has the runtime issue, at the clock's instant, the reports of the tests' workspace that are due; done when it has its effect.</summary>
    Task LookAtReportsAsync();

    /// <summary>Moves the clock on until everything applied so far is saved.</summary>
    Task SaveAsync();
}
