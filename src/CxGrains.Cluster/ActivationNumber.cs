using System.Security.Cryptography;

namespace CxGrains.Cluster;

/// <summary>
/// Tells one life of an entity's state in memory from the next. A worker binds an entity to the life that first answered it: another
/// one has lost what was not saved.
/// </summary>
internal static class ActivationNumber
{
    /// <summary>A number that no other life has, but for a chance of 2^-63; never 0.</summary>
    public static long Next() => (BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue) | 1;
}
