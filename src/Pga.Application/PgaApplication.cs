using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pga.Application.Access;
using Pga.Application.Audit;
using Pga.Application.Clients;
using Pga.Application.Contacts;
using Pga.Application.Data;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Application.Rapportage;
using Pga.Application.Tasks;
using Pga.Domain.Trajects;

namespace Pga.Application;

public static class PgaApplication
{
    /// <summary>The use cases and the pipeline around them. The caller adds the context with one of the providers.</summary>
    /// <param name="keyFile">Path of the installation's secret; made at first use.</param>
    public static IServiceCollection AddPgaApplication(this IServiceCollection services, string keyFile)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new KeyFile(keyFile));
        services.AddSingleton<BsnVault>();
        services.AddScoped<Actor>();
        services.AddScoped<CurrentRequest>();
        services.AddScoped<AccessLog>();
        services.AddSingleton<AccessLogWriter>();
        services.TryAddSingleton(new Thresholds());
        services.TryAddSingleton(TriageCutOff.Default);
        services.TryAddSingleton(new EvaluationTerms());
        services.AddScoped<EditionArchive>();
        services.TryAddSingleton(new DocumentSettings(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(keyFile))!, DocumentSettings.FolderName), ClamAv: null));
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<VirusScanner>();
        services.AddSingleton<DocumentIntake>();
        services.AddScoped<FeedSecret>();
        services.AddScoped<Notices>();
        services.TryAddSingleton(new Letterhead());
        services.AddAutoMapper(_ => { }, typeof(PgaApplication));

        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        AddAll(services, typeof(IRequestHandler<,>));
        AddAll(services, typeof(IValidator<>));

        // In this order, from the outside in. The handler comes after Save.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Measure<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorise<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LogAccess<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validate<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Save<,>));
        return services;
    }

    private static void AddAll(IServiceCollection services, Type openInterface)
    {
        foreach (var type in typeof(PgaApplication).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericType: false }))
        {
            foreach (var closed in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == openInterface))
                services.AddScoped(closed, type);
        }
    }
}
