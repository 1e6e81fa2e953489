using System.Security.Cryptography;
using System.Text;

namespace CxGrains.Abstractions.Audit;

/// <summary>What the audit log keeps of a customer's id: HMAC-SHA-256 under a salt that each installation makes for itself.</summary>
public static class AuditSubject
{
    /// <summary>Bytes of a salt.</summary>
    public const int SaltBytes = 32;

    /// <summary>A new salt.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    /// <summary>The hash of a customer, 64 hexadecimal digits; empty for none.</summary>
    /// <param name="salt">The installation's salt.</param>
    /// <param name="workspace">The workspace: one id in two of them is two customers.</param>
    /// <param name="customer">The customer's id, or null.</param>
    public static string Of(byte[] salt, string workspace, string? customer) =>
        customer is null ? "" : Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(string.Concat(workspace, "\0", customer))));
}
