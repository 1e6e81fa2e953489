namespace CxGrains.Web.Tests.Support;

/// <summary>Waits for what another thread does, where that thread tells nobody. It waits long and gives in early: a slow machine makes it slow, not wrong.</summary>
internal static class Eventually
{
    /// <summary>Waits until a condition holds; fails after 20 seconds.</summary>
    public static async Task TrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, patience.Token);
        }
    }
}
