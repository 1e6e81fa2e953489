using System.Net;

namespace CxGrains.Cli;

/// <summary>What to do about a refusal, in words.</summary>
internal static class ServerAdvice
{
    /// <summary>The advice; null where the status alone does not say.</summary>
    /// <param name="status">What the server answered.</param>
    /// <param name="scope">The scope that the command needs.</param>
    public static string? Of(HttpStatusCode status, string scope) => status switch
    {
        HttpStatusCode.Unauthorized => "the key was sent and is not known there: check --key or CX_KEY, and whether it is this server's",
        HttpStatusCode.Forbidden => $"the key is known and may not do this: it needs the scope '{scope}'",
        _ => null,
    };
}
