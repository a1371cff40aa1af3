using System.Reflection;
using System.Reflection.Emit;

namespace Pga.Architecture.Tests;

/// <summary>Reads the IL of our methods, async ones and closures included: what each type calls and mentions.</summary>
internal static class Calls
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>Each method or field that a type's code touches, with the type as it was written.</summary>
    public static IEnumerable<(Type By, MemberInfo Member)> Of(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything))
        from member in Members(method)
        select (type.Written(), member);

    /// <summary>Each type that a type mentions: in fields, parameters, results, locals, attributes and code.</summary>
    public static IEnumerable<(Type By, Type Mentioned)> Mentions(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            var by = type.Written();
            var mentioned = type.GetInterfaces().Append(type.BaseType)
                .Concat(type.GetFields(Everything).Select(f => f.FieldType))
                .Concat(type.GetCustomAttributesData().Select(a => a.AttributeType))
                .Concat(type.GetMethods(Everything).Select(m => m.ReturnType))
                .Concat(type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).SelectMany(Mentioned));
            foreach (var one in mentioned.OfType<Type>().SelectMany(Parts).Distinct())
                yield return (by, one);
        }
    }

    private static IEnumerable<Type?> Mentioned(MethodBase method) =>
        method.GetParameters().Select(p => p.ParameterType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(l => l.LocalType) ?? [])
            .Concat(Members(method).SelectMany(m => m switch
            {
                Type t => [t],
                MethodInfo { IsGenericMethod: true } called => called.GetGenericArguments().Append(called.DeclaringType),
                _ => (IEnumerable<Type?>)[m.DeclaringType],
            }));

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static IEnumerable<MemberInfo> Members(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var i = 0; i < il.Length;)
        {
            var code = OpCodesByValue[il[i] == 0xFE ? (short)(0xFE00 | il[i + 1]) : il[i]];
            i += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok or OperandType.InlineType)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, i), ofType, ofMethod)!;
            i += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, i)),
                _ => 4,
            };
        }
    }
}
