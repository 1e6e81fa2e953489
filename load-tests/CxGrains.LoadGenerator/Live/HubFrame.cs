using System.Text.Json;

namespace CxGrains.LoadGenerator.Live;

/// <summary>The few messages of SignalR's JSON protocol, version 1, that a reader of live topics needs. Each ends with <see cref="End"/>.</summary>
internal static class HubFrame
{
    /// <summary>The record separator behind each message.</summary>
    public const byte End = 0x1E;

    /// <summary>The type of a call of the other side's method.</summary>
    public const int Invocation = 1;

    /// <summary>The type of an answer to a call.</summary>
    public const int Completion = 3;

    /// <summary>The type of the last message.</summary>
    public const int Close = 7;

    /// <summary>The first message, which names the protocol.</summary>
    public static ReadOnlyMemory<byte> Handshake { get; } = "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray();

    /// <summary>Says that this side lives.</summary>
    public static ReadOnlyMemory<byte> Ping { get; } = "{\"type\":6}\u001e"u8.ToArray();

    /// <summary>Subscribes to a topic from its start: no epoch and no version are known.</summary>
    public static byte[] Subscribe(string topic) =>
    [
        .. JsonSerializer.SerializeToUtf8Bytes(new { type = Invocation, invocationId = topic, target = "Subscribe", arguments = new[] { topic, null, null } }),
        End,
    ];
}
