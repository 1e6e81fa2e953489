using System.Net;
using System.Net.Sockets;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Users;

/// <summary>
/// Counts failed sign-ins by name and by address, so that nobody can try passwords for long. In memory, of this process, bounded, and safe for
/// concurrent use. An attempt counts before the password is looked at, so that many at once gain nothing.
/// </summary>
internal sealed class SignInAttempts(TimeProvider time)
{
    /// <summary>Failed attempts with one name within <see cref="WindowMinutes"/>.</summary>
    public const int PerNameMax = 10;

    /// <summary>Failed attempts from one address (IPv6: one /64) within <see cref="WindowMinutes"/>.</summary>
    public const int PerAddressMax = 50;

    /// <summary>Minutes after the first attempt when counting begins anew.</summary>
    public const int WindowMinutes = 5;

    /// <summary>Names and addresses remembered; past it the oldest is forgotten.</summary>
    public const int CountMax = 20_000;

    private const long WindowMs = WindowMinutes * 60_000L;
    private const int NetworkBytes = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long BeganMs, int Count)> _counts = new(StringComparer.Ordinal);

    /// <summary>Names and addresses remembered now.</summary>
    public int Remembered
    {
        get
        {
            lock (_lock)
            {
                return _counts.Count;
            }
        }
    }

    /// <summary>Counts an attempt.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="name">The name that was typed, at most <see cref="UserName.CharsMax"/> characters.</param>
    /// <param name="address">Where it comes from; null where that is not known.</param>
    /// <exception cref="ProblemException">There were as many as may be.</exception>
    public void Take(string workspace, string name, IPAddress? address)
    {
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        lock (_lock)
        {
            var (byName, byAddress) = (NameKey(workspace, name), AddressKey(address));
            ThrowIfFull(byName, PerNameMax, nowMs, $"with the name '{name}'");
            ThrowIfFull(byAddress, PerAddressMax, nowMs, "from this address");
            Add(byName, 1, nowMs);
            Add(byAddress, 1, nowMs);
        }
    }

    /// <summary>Takes an attempt back that was right: the name's are forgotten, the address's is not counted.</summary>
    public void Forgive(string workspace, string name, IPAddress? address)
    {
        lock (_lock)
        {
            _counts.Remove(NameKey(workspace, name));
            Add(AddressKey(address), -1, time.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }

    private static string NameKey(string workspace, string name) => $"name\n{workspace}\n{name}";

    private static string AddressKey(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return $"address\n{address?.MapToIPv4()}";
        }

        return $"address\n{Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))}";
    }

    private void ThrowIfFull(string key, int max, long nowMs, string what)
    {
        if (_counts.TryGetValue(key, out var entry) && entry.Count >= max && nowMs - entry.BeganMs < WindowMs)
        {
            var seconds = (int)((WindowMs - (nowMs - entry.BeganMs) + 999) / 1000);
            throw new ProblemException(new Problem(
                StatusCodes.Status429TooManyRequests, "too-many-attempts", "Too many attempts.", $"{max} sign-ins {what} failed within {WindowMinutes} minutes; try again in {seconds} s")
            {
                Limit = max,
                RetryAfterSeconds = seconds,
            });
        }
    }

    private void Add(string key, int count, long nowMs)
    {
        var entry = _counts.TryGetValue(key, out var known) && nowMs - known.BeganMs < WindowMs ? known : (nowMs, 0);
        if (!_counts.ContainsKey(key) && _counts.Count >= CountMax)
        {
            Forget(nowMs);
        }

        _counts[key] = (entry.Item1, Math.Max(0, entry.Item2 + count));
    }

    private void Forget(long nowMs)
    {
        foreach (var (old, _) in _counts.Where(entry => nowMs - entry.Value.BeganMs >= WindowMs).ToList())
        {
            _counts.Remove(old);
        }

        if (_counts.Count >= CountMax)
        {
            _counts.Remove(_counts.MinBy(entry => entry.Value.BeganMs).Key);
        }
    }
}
