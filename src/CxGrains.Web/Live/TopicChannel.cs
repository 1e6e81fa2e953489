using System.Text.Json;
using CxGrains.Abstractions.Live;
using Microsoft.Extensions.Logging;

namespace CxGrains.Web.Live;

/// <summary>
/// One topic of one workspace, read once for all who watch it: after a change, at most once in a period, and now and then even
/// without one, because scores change with time. It holds one frame, the newest, so that a slow subscriber costs nothing.
/// </summary>
internal sealed partial class TopicChannel : IAsyncDisposable
{
    /// <summary>How long nothing but the view's instant may have changed before that is told too: silence for longer means that it cannot be read.</summary>
    public static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(5);

    private readonly string _workspace;
    private readonly TopicReader _reader;
    private readonly LivePace _pace;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Signal _changed = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _lock = new();
    private readonly HashSet<Signal> _subscribers = [];
    private readonly ILive _live;
    private readonly Task _running;
    private TopicFrame? _newest;
    private long _offered;

    /// <summary>A channel that reads at once and runs until it is disposed.</summary>
    public TopicChannel(string epoch, string workspace, Topic topic, TopicReader reader, ILive live, LivePace pace, TimeProvider time, ILogger logger)
    {
        Epoch = epoch;
        Topic = topic;
        Name = topic.ToString();
        _workspace = workspace;
        _reader = reader;
        _pace = pace;
        _time = time;
        _logger = logger;
        _live = live;
        _running = RunAsync();
    }

    /// <summary>This channel's life.</summary>
    public string Epoch { get; }

    /// <summary>The topic.</summary>
    public Topic Topic { get; }

    /// <summary>The topic's text form.</summary>
    public string Name { get; }

    /// <summary>The newest frame; null until the first read is done.</summary>
    public TopicFrame? Newest => Volatile.Read(ref _newest);

    /// <summary>Whether nobody watches.</summary>
    public bool IsDeserted
    {
        get
        {
            lock (_lock)
            {
                return _subscribers.Count == 0;
            }
        }
    }

    /// <summary>Sets the signal after each new frame.</summary>
    public void Subscribe(Signal signal)
    {
        lock (_lock)
        {
            _subscribers.Add(signal);
        }
    }

    /// <summary>Ends that.</summary>
    public void Unsubscribe(Signal signal)
    {
        lock (_lock)
        {
            _subscribers.Remove(signal);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _running;
        _ended.Dispose();
    }

    private async Task RunAsync()
    {
        // The creator holds a lock and must not read the view there.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        IDisposable? watch = null;
        while (!_ended.IsCancellationRequested)
        {
            // Watched before it is read: what changes in between is told.
            watch ??= await TryWatchAsync();
            _changed.Reset();
            await ReadAsync();
            await PauseAsync(_pace.Period);
            await PauseAsync(_pace.Refresh - _pace.Period, _changed.Task);
        }

        watch?.Dispose();
    }

    // Where it cannot be watched now it is still read now and then.
    private async Task<IDisposable?> TryWatchAsync()
    {
        try
        {
            return await _live.WatchAsync(_workspace, Topic, _changed.Set, _ended.Token);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            ReadFailed(exception, Name, _workspace);
            return null;
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            Offer(await _reader.ReadAsync(_workspace, Topic, _ended.Token));
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            ReadAbandoned(Name);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whoever watches keeps the state before; the next turn tries again.
            ReadFailed(exception, Name, _workspace);
        }
    }

    private void Offer(JsonElement state)
    {
        var before = _newest;
        TopicFrame frame;
        if (before is null)
        {
            frame = new TopicFrame(Epoch, 1, state, null);
        }
        else
        {
            var patch = JsonMergePatch.Diff(before.State, state);

            // The instant of evaluation alone is no news, but for the beat.
            if (patch is null || (patch.Count == 1 && patch.ContainsKey("asOf") && _time.GetElapsedTime(_offered) < BeatEvery))
            {
                return;
            }

            frame = new TopicFrame(Epoch, before.Version + 1, state, JsonSerializer.SerializeToElement(patch));
        }

        _offered = _time.GetTimestamp();
        Volatile.Write(ref _newest, frame);
        lock (_lock)
        {
            foreach (var subscriber in _subscribers)
            {
                subscriber.Set();
            }
        }
    }

    private async Task PauseAsync(TimeSpan time, Task? early = null)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        var delay = Task.Delay(time, _time, left.Token);
        await Task.WhenAny(delay, early ?? delay);
        await left.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Topic {Topic} of workspace {Workspace} could not be read; trying again")]
    private partial void ReadFailed(Exception exception, string topic, string workspace);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Topic {Topic} is no longer watched")]
    private partial void ReadAbandoned(string topic);
}
