using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Alerts;

namespace CxGrains.Web.Tests.Support;

/// <summary>Alerts that a test sets.</summary>
internal sealed class FakeAlerts : IAlertHandling
{
    /// <summary>The alerts that exist, by workspace and id.</summary>
    public Dictionary<(string Workspace, string Id), AlertItem> Items { get; } = [];

    public ValueTask<AlertView?> FindAsync(string workspace, string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Items.TryGetValue((workspace, id), out var item) ? AlertsPart.ViewOf(item, null, item.Alert.AtMs) : null);

    public ValueTask<AlertView?> HandleAsync(string workspace, string id, AlertAct act, CancellationToken cancellationToken)
    {
        if (!Items.TryGetValue((workspace, id), out var item))
        {
            return ValueTask.FromResult<AlertView?>(null);
        }

        AlertActs.RowsOf(workspace, [(0, item)], act);
        Items[(workspace, id)] = item.After(act);
        return ValueTask.FromResult<AlertView?>(AlertsPart.ViewOf(Items[(workspace, id)], null, act.AtMs));
    }
}
