using CxGrains.Abstractions.Keys;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Keys;

/// <summary>
/// Makes the workspace <c>default</c> and its first admin key. A key that was set is there before the first request is taken. One
/// that must be made is made and shown once the program listens: had the port been taken, it would be shown to nobody, and never again.
/// It starts after the services that were added before it, so the runtime must be added first.
/// </summary>
internal sealed class FirstKey(IKeys keys, IFirstKeySink sink, IOptions<WebOptions> options, TimeProvider time) : IHostedLifecycleService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (keys.FindWorkspace(Caller.DefaultWorkspace) is null)
        {
            await keys.CreateWorkspaceAsync(new WorkspaceRecord(Caller.DefaultWorkspace, "Default"), cancellationToken);
        }

        if (options.Value.AdminKey is { } chosen)
        {
            await EnsureAsync(chosen, cancellationToken);
        }
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!keys.Any)
        {
            var made = KeyText.New();
            await EnsureAsync(made, cancellationToken);
            sink.Show(made);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async ValueTask EnsureAsync(string key, CancellationToken cancellationToken)
    {
        var hash = KeyText.Hash(key);
        if (keys.Find(hash) is null)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await keys.AddKeyAsync(new KeyRecord(hash, Caller.DefaultWorkspace, Scopes.Admin, "first key", now), cancellationToken);
        }
    }
}
