using System.Security.Cryptography;
using System.Text;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Users;

/// <summary>Hashes passwords and compares them. Slow on purpose, so that only so many are in work at once.</summary>
#pragma warning disable CA1001 // A semaphore that is disposed of forgets those who wait, for good; it holds nothing that must be released.
internal sealed class Passwords(IOptions<PasswordHasherOptions> options)
#pragma warning restore CA1001
{
    /// <summary>Fewest characters of a password.</summary>
    public const int CharsMin = 12;

    /// <summary>Most characters of a password.</summary>
    public const int CharsMax = 128;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512, as OWASP advises; old hashes are made anew at the next sign-in.</summary>
    public const int Rounds = 210_000;

    /// <summary>Passwords hashed at once; the others wait.</summary>
    public const int AtOnceMax = 2;

    /// <summary>Passwords that wait; further ones are answered 429.</summary>
    public const int WaitingMax = 32;

    private const int RetryAfterSeconds = 1;

    private readonly PasswordHasher<object> _hasher = new(options);
    private readonly SemaphoreSlim _turns = new(AtOnceMax);
    private readonly object _nobody = new();
    private string? _decoy;
    private int _inWork;

    /// <summary>A password that may be set, as it is typed.</summary>
    /// <exception cref="InvalidFieldException">It is too short or too long.</exception>
    public static string Check(string password, string field) => password.Length is >= CharsMin and <= CharsMax
        ? password
        : throw new InvalidFieldException(field, $"has {password.Length} characters and must have {CharsMin} to {CharsMax}");

    /// <summary>The hash to store.</summary>
    /// <exception cref="BusyException">As many wait as may.</exception>
    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        InTurnAsync(() => _hasher.HashPassword(_nobody, Normal(password)), cancellationToken);

    /// <summary>Compares a password. Without a hash it takes as long, and fails.</summary>
    /// <param name="hash">The stored hash; null where there is nobody to compare with.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="BusyException">As many wait as may.</exception>
    public Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancellationToken) => InTurnAsync(
        () =>
        {
            var decoy = Decoy();
            var found = _hasher.VerifyHashedPassword(_nobody, hash ?? decoy, Normal(password));
            return hash is null ? PasswordVerificationResult.Failed : found;
        },
        cancellationToken);

    // The same letters come composed from one keyboard and decomposed from another.
    private static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);

    private string Decoy() => _decoy ??= _hasher.HashPassword(_nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _inWork) > AtOnceMax + WaitingMax)
        {
            Interlocked.Decrement(ref _inWork);
            throw new BusyException($"more than {WaitingMax} sign-ins wait", RetryAfterSeconds);
        }

        try
        {
            await _turns.WaitAsync(cancellationToken);
            try
            {
                return work();
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inWork);
        }
    }
}
