using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Platform.Tests.Architecture;

/// <summary>What a type really uses: its signatures, its attributes and every instruction of its methods, with what the compiler
/// made of lambdas, iterators and async methods (types nested in it).</summary>
internal static class Il
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <summary>Types used by this one, generic arguments and element types included, itself excluded.</summary>
    public static IReadOnlySet<Type> Uses(Type type)
    {
        var used = new HashSet<Type>();
        Add(type.BaseType);
        foreach (var contract in type.GetInterfaces()) Add(contract);
        if (type.IsGenericTypeDefinition) foreach (var argument in type.GetGenericArguments()) foreach (var constraint in argument.GetGenericParameterConstraints()) Add(constraint);
        Attributes(type.GetCustomAttributesData());
        foreach (var member in type.GetMembers(Declared))
        {
            Attributes(member.GetCustomAttributesData());
            switch (member)
            {
                case FieldInfo field: Add(field.FieldType); break;
                case PropertyInfo property: Add(property.PropertyType); break;
                case EventInfo @event: Add(@event.EventHandlerType); break;
                case MethodBase method: Method(method); break;
            }
        }
        used.Remove(type);
        return used;

        void Method(MethodBase method)
        {
            foreach (var parameter in method.GetParameters())
            {
                Add(parameter.ParameterType);
                Attributes(parameter.GetCustomAttributesData());
            }
            if (method is MethodInfo { ReturnType: var returned }) Add(returned);
            foreach (var local in method.GetMethodBody()?.LocalVariables ?? []) Add(local.LocalType);
            foreach (var member in Named(method)) Member(member);
        }

        void Member(MemberInfo member)
        {
            Add(member as Type ?? member.DeclaringType);
            switch (member)
            {
                case FieldInfo field: Add(field.FieldType); break;
                case MethodBase method:
                    foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType);
                    if (method is MethodInfo { ReturnType: var returned }) Add(returned);
                    if (method.IsGenericMethod) foreach (var argument in method.GetGenericArguments()) Add(argument);
                    break;
            }
        }

        void Attributes(IEnumerable<CustomAttributeData> attributes)
        {
            foreach (var attribute in attributes)
            {
                Add(attribute.AttributeType);
                foreach (var argument in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(a => a.TypedValue)))
                    Add(argument.Value as Type ?? argument.ArgumentType);
            }
        }

        void Add(Type? t)
        {
            if (t is null || t.IsGenericParameter) return;
            if (t.HasElementType) { Add(t.GetElementType()); return; }
            if (t.IsGenericType)
            {
                foreach (var argument in t.GetGenericArguments()) Add(argument);
                t = t.GetGenericTypeDefinition();
            }
            used.Add(t);
        }
    }

    /// <summary>The methods that this type's code names, its constructors' and nested closures' excluded (they are types of their own).</summary>
    public static IEnumerable<MethodBase> Calls(Type type) => type.GetMembers(Declared).OfType<MethodBase>().SelectMany(Named).OfType<MethodBase>();

    /// <summary>The type that a person wrote: closures, iterators and async machines lead to the one that holds them.</summary>
    public static Type Written(Type type)
    {
        while (type.DeclaringType is { } outer && (type.Name.Contains('<') || type.IsDefined(typeof(CompilerGeneratedAttribute), false))) type = outer;
        return type;
    }

    private static IEnumerable<MemberInfo> Named(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var value = il[at] == 0xFE ? unchecked((short)(0xFE00 | il[at + 1])) : il[at];
            var code = Codes[value];
            at += code.Size;
            switch (code.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    yield return method.Module.ResolveMember(BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at)), ofType, ofMethod)!;
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at));
                    break;
                case OperandType.InlineNone: break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: at += 1; break;
                case OperandType.InlineVar: at += 2; break;
                case OperandType.InlineI8 or OperandType.InlineR: at += 8; break;
                default: at += 4; break;
            }
        }
    }
}
