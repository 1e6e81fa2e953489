using System.Security.Cryptography;
using System.Text;

namespace CxGrains.Abstractions.Delivery;

/// <summary>The ids of messages: a receiver knows a repeat by it.</summary>
public static class MessageId
{
    private const string Prefix = "msg_";
    private const int HashBytes = 16;

    /// <summary>The id of an alert's message for a destination; always the same.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="alert">The alert's id.</param>
    /// <param name="destination">The destination's id.</param>
    public static string Of(string workspace, string alert, string destination)
    {
        // With their lengths, so that no two triples make one text.
        var text = $"{workspace.Length}:{workspace}{alert.Length}:{alert}{destination}";
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
    }

    /// <summary>An id that was never used.</summary>
    public static string New() => Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HashBytes));
}
