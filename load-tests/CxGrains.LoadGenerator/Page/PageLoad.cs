using System.Text;
using CxGrains.LoadGenerator.Sending;

namespace CxGrains.LoadGenerator.Page;

/// <summary>Interactions of some customers, one in each request, at an even rate, until it is stopped.</summary>
/// <param name="client">Sends them.</param>
/// <param name="perSecond">How many a second.</param>
internal sealed class PageLoad(IngestClient client, int perSecond) : IAsyncDisposable
{
    private const int Customers = 2_000;
    private const int AnswerEvery = 5;
    private const int PurchaseEvery = 7;
    private const int ComplaintEvery = 1_000;

    private readonly CancellationTokenSource _stopped = new();
    private Task _sending = Task.CompletedTask;
    private long _sent;

    /// <summary>Sends each customer's first interactions, all at once, so that the page has something to show.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < Customers; i++)
        {
            lines.Append(NextLine()).Append('\n');
        }

        await client.SendAsync(Encoding.UTF8.GetBytes(lines.ToString()), Customers, untilApplied: true, cancellationToken);
    }

    /// <summary>Begins to send.</summary>
    public void Start() => _sending = SendAsync(_stopped.Token);

    /// <summary>Ends it.</summary>
    /// <exception cref="LoadException">The Host refused something meanwhile.</exception>
    public async Task StopAsync()
    {
        await _stopped.CancelAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_sending.Exception is { InnerException: { } error })
        {
            throw new LoadException($"The load ended early: {error.Message}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopped.Dispose();
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var pace = new Pace(TimeSpan.FromSeconds(1.0 / perSecond));
        for (var number = 0L; ; number++)
        {
            await pace.WaitForAsync(number, cancellationToken);
            await client.SendAsync(Encoding.UTF8.GetBytes(NextLine()), 1, untilApplied: false, cancellationToken);
        }
    }

    private string NextLine()
    {
        var number = _sent++;
        var customer = $"customer-{number * 7919 % Customers}";
        if (number % ComplaintEvery == ComplaintEvery - 1)
        {
            return $$"""{"customer":"{{customer}}","type":"complaint","channel":"email"}""";
        }

        if (number % AnswerEvery == 0)
        {
            return $$"""{"customer":"{{customer}}","type":"survey_response","survey":"relationship","metric":"nps","score":{{number / AnswerEvery % 11}},"comment":"answer {{number}}"}""";
        }

        return number % PurchaseEvery == 0
            ? $$"""{"customer":"{{customer}}","type":"purchase","value":{{(number % 90) + 9}},"currency":"EUR","channel":"web"}"""
            : $$"""{"customer":"{{customer}}","type":"visit","channel":"{{(number % 2 == 0 ? "web" : "mobile")}}"}""";
    }
}
