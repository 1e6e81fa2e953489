using CxGrains.Domain;
using CxGrains.Web.Audit;
using CxGrains.Web.Definitions;
using CxGrains.Web.Json;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Users;

/// <summary>Adds, lists, changes and removes users.</summary>
internal static class UserEndpoints
{
    private const string PasswordField = "password";

    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/users").WithTags("Users").RequireAuthorization(Access.Users);
        group.MapGet("", ListAsync).WithSummary("The users of the workspace");
        group.MapGet("/{name}", GetAsync).WithSummary("One user");
        group.MapPut("/{name}", PutAsync).WithSummary("Add a user, or change it; another role or standing ends its sign-ins").AuditChange(AuditActions.UserChanged, NameIn);
        group.MapDelete("/{name}", DeleteAsync).WithSummary("Remove a user, with its sign-ins and live connections").AuditChange(AuditActions.UserRemoved, NameIn);
        group.MapPost("/{name}/password", SetPasswordAsync).WithSummary("Set a user's password; ends its sign-ins").AuditChange(AuditActions.PasswordChanged, NameIn);
        group.MapPost("/{name}/sign-out-everywhere", SignOutEverywhereAsync).WithSummary("End all sign-ins and live connections of a user")
            .AuditChange(AuditActions.SignedOutEverywhere, NameIn);
    }

    private static string NameIn(HttpContext context) => context.Request.RouteValues["name"]?.ToString() ?? "";

    private static async Task<Ok<UserList>> ListAsync(HttpContext context, UserStore users) =>
        TypedResults.Ok(new UserList([.. (await users.OfAsync(Caller.Of(context).Workspace, context.RequestAborted)).Select(UserView.Of)]));

    private static async Task<Ok<UserView>> GetAsync(string name, HttpContext context, UserStore users) =>
        TypedResults.Ok(Show(context, await FindAsync(name, context, users)));

    private static async Task<Results<Created<UserView>, Ok<UserView>>> PutAsync(
        string name, HttpContext context, UserStore users, UserChanges changes, Passwords passwords, IOptions<WebOptions> options, TimeProvider time)
    {
        var (workspace, id) = (Caller.Of(context).Workspace, UserName.Check(name, "name"));
        var current = await users.FindAsync(workspace, id, context.RequestAborted);
        Precondition.Check(context.Request, current?.Version);
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, "displayName", "role", "disabled", PasswordField);
        var asked = current is null
            ? await NewAsync(workspace, id, body, passwords, time, context.RequestAborted)
            : body.Find(PasswordField) is null ? current : throw new InvalidFieldException(PasswordField, $"is set for a new user only; POST to users/{id}/password changes it");
        asked = asked with
        {
            DisplayName = body.FindText("displayName") switch { null => asked.DisplayName, "" => null, { } shown => Text.CheckName(shown, "displayName") },
            Role = body.FindText("role") is { } role ? Roles.Parse(role, "role") : asked.Role,
            IsDisabled = body.FindFlag("disabled") ?? asked.IsDisabled,
        };
        var view = Show(context, await changes.PutAsync(asked, current, context.RequestAborted));
        return current is null ? TypedResults.Created($"{CxWebEndpoints.ApiPath}/users/{id}", view) : TypedResults.Ok(view);
    }

    private static async Task<NoContent> DeleteAsync(string name, HttpContext context, UserStore users, UserChanges changes)
    {
        var user = await FindAsync(name, context, users);
        Precondition.Check(context.Request, user.Version);
        await changes.RemoveAsync(user, context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SetPasswordAsync(string name, HttpContext context, UserStore users, UserChanges changes, IOptions<WebOptions> options)
    {
        var user = await FindAsync(name, context, users);
        var body = await JsonBody.ReadAsync(context.Request, options.Value.DefinitionBytesMax, PasswordField);
        var password = Passwords.Check(body.Required(PasswordField), PasswordField);
        await changes.SetPasswordAsync(user, password, context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutEverywhereAsync(string name, HttpContext context, UserStore users, UserChanges changes)
    {
        await changes.EndSessionsAsync(await FindAsync(name, context, users), context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async ValueTask<User> NewAsync(string workspace, string name, JsonBody body, Passwords passwords, TimeProvider time, CancellationToken cancellationToken)
    {
        var role = Roles.Parse(body.Required("role"), "role");
        var hash = await passwords.HashAsync(Passwords.Check(body.Required(PasswordField), PasswordField), cancellationToken);
        return new User(workspace, name, null, role, hash, User.NewStamp(), false, time.GetUtcNow().ToUnixTimeMilliseconds(), 0);
    }

    private static UserView Show(HttpContext context, User user)
    {
        Precondition.SetETag(context.Response, user.Version);
        return UserView.Of(user);
    }

    private static async ValueTask<User> FindAsync(string name, HttpContext context, UserStore users) =>
        (UserName.Find(name) is { } id ? await users.FindAsync(Caller.Of(context).Workspace, id, context.RequestAborted) : null)
        ?? throw new ProblemException(Problem.NotFound("user", Text.Shorten(name)));
}
