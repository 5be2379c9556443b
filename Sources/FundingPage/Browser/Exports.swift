// Only in the browser's build: where the slots are, and the calculation.

// As long as `Layout.inputSize` and `Layout.outputSize` say, which the functions below check.
nonisolated(unsafe) private var inputSlots = InlineArray<2_502, Double>(repeating: 0)
nonisolated(unsafe) private var outputSlots = InlineArray<20_702, Double>(repeating: 0)

func input() -> UnsafeMutableBufferPointer<Double> {
  precondition(inputSlots.count == Layout.inputSize)
  let start = UnsafeMutableRawPointer(&inputSlots).assumingMemoryBound(to: Double.self)
  return UnsafeMutableBufferPointer(start: start, count: Layout.inputSize)
}

func output() -> UnsafeMutableBufferPointer<Double> {
  precondition(outputSlots.count == Layout.outputSize)
  let start = UnsafeMutableRawPointer(&outputSlots).assumingMemoryBound(to: Double.self)
  return UnsafeMutableBufferPointer(start: start, count: Layout.outputSize)
}

/// The address of the first input slot.
@_expose(wasm, "input") @_cdecl("funding_input")
public func fundingInput() -> UnsafeMutablePointer<Double>? { input().baseAddress }

/// The address of the first output slot.
@_expose(wasm, "output") @_cdecl("funding_output")
public func fundingOutput() -> UnsafeMutablePointer<Double>? { output().baseAddress }

/// Computes the output slots from the input slots.
@_expose(wasm, "calculate") @_cdecl("funding_calculate")
public func fundingCalculate() { calculate(UnsafeBufferPointer(input()), into: output()) }
