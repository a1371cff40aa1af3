using MediatR;
using Pga.Application.Trajects;

namespace Pga.Web.Api;

/// <summary>Worklist and dossier.</summary>
internal static class TrajectsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("trajects", ([AsParameters] GetWorklist query, IMediator mediator, CancellationToken ct) => mediator.Send(query, ct))
            .WithSummary("The worklist of whoever asks.");
        api.MapGet("trajects/{id:guid}", (Guid id, bool? all, IMediator mediator, CancellationToken ct) => mediator.Send(new GetDossier(id, all ?? false), ct))
            .WithSummary("One dossier; with all=true its whole timeline.");
    }
}
