/// The checksum of compiled files: fast enough to be taken on every start, and any changed byte shows.
package enum Checksum {
    /// The checksum of bytes: four lanes of multiplied 64-bit words, so any changed byte shows.
    package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes: SIMD4<UInt64> = [1, 2, 3, 4]
        let multiplier = SIMD4<UInt64>(repeating: 0x9E37_79B9_7F4A_7C15)
        var index = 0
        while index + 32 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
            lanes = (lanes ^ word) &* multiplier
            lanes ^= lanes &>> 29
            index += 32
        }
        var sum: UInt64 = UInt64(bytes.count)
        for lane in 0..<4 { sum = (sum ^ lanes[lane]) &* 0xD6E8_FEB8_6659_FD93 ^ sum >> 31 }
        while index < bytes.count {
            sum = (sum ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        return sum
    }
}
