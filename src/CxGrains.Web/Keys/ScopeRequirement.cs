using CxGrains.Abstractions.Keys;
using Microsoft.AspNetCore.Authorization;

namespace CxGrains.Web.Keys;

/// <summary>Asks for a scope.</summary>
/// <param name="scope">The scope.</param>
internal sealed class ScopeRequirement(Scopes scope) : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    /// <summary>The policy that asks for <see cref="Scopes.Ingest"/>.</summary>
    public const string Ingest = "ingest";

    /// <summary>The policy that asks for <see cref="Scopes.Read"/>.</summary>
    public const string Read = "read";

    /// <summary>The policy that asks for <see cref="Scopes.Handle"/>.</summary>
    public const string Handle = "handle";

    /// <summary>The policy that asks for <see cref="Scopes.Manage"/>.</summary>
    public const string Manage = "manage";

    /// <summary>The policy that asks for <see cref="Scopes.Admin"/>.</summary>
    public const string Admin = "admin";

    /// <summary>The scope's name.</summary>
    public string Name { get; } = ScopeNames.Of(scope)[0];

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (Caller.Of(context.User)?.May(scope) == true)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
