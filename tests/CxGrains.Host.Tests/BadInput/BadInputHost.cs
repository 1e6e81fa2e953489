using CxGrains.Host.Tests.Processes;

namespace CxGrains.Host.Tests.BadInput;

/// <summary>A Host with two workspaces and keys for both.</summary>
public sealed class BadInputHost : IAsyncLifetime
{
    private HostProcess? _host;

    /// <summary>The Host.</summary>
    internal HostProcess Host => _host!;

    /// <summary>An admin of the workspace <c>default</c>.</summary>
    internal Api Admin { get; private set; } = null!;

    /// <summary>May only send.</summary>
    internal Api Ingest { get; private set; } = null!;

    /// <summary>May only read.</summary>
    internal Api Reader { get; private set; } = null!;

    /// <summary>An admin of the workspace <c>other</c>.</summary>
    internal Api Other { get; private set; } = null!;

    /// <summary>Somebody without a key.</summary>
    internal Api Stranger { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _host = await HostProcess.StartNewAsync();
        Admin = new Api(_host.Url, HostProcess.AdminKey);
        await Admin.DefineAsync("surveys/relationship", new { id = "relationship", metric = "nps" });
        var created = await Admin.PostAsync("workspaces", new { id = "other", name = "Other" });
        Assert.Equal(201, created.Status);
        Ingest = new Api(_host.Url, await Admin.CreateKeyAsync("default", "ingest"));
        Reader = new Api(_host.Url, await Admin.CreateKeyAsync("default", "read"));
        Other = new Api(_host.Url, await Admin.CreateKeyAsync("other", "admin"));
        Stranger = new Api(_host.Url, null);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var api in new[] { Admin, Ingest, Reader, Other, Stranger })
        {
            api?.Dispose();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
