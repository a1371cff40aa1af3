namespace Pga.Web.Api;

/// <summary>The <c>Idempotency-Key</c> of a creation, which becomes the id of the command.</summary>
internal static class Idempotency
{
    /// <summary>The key when the client sent a usable one, else a new id.</summary>
    public static Guid Key(HttpContext context) =>
        Guid.TryParse(context.Request.Headers["Idempotency-Key"], out var key) && key != Guid.Empty ? key : Guid.CreateVersion7();

    /// <summary>The command's own id when the body has one, else the key.</summary>
    public static Guid For(Guid commandId, HttpContext context) => commandId == Guid.Empty ? Key(context) : commandId;
}
