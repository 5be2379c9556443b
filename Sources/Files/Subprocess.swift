import Glibc

/// Another program, run to its end.
public enum Subprocess {
  /// - Parameters:
  ///   - program: its path, or a name that is looked up in `PATH`.
  ///   - name: what it is told that it is called; its path when nil.
  /// - Returns: its exit status, and all that it said.
  public static func run(
    _ program: String, name: String? = nil, _ arguments: [String]
  ) -> (status: Int32, words: String) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return (EX_OSERR, String(cString: strerror(errno))) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    let words = ([name ?? program] + arguments).map { strdup($0) }
    defer {
      posix_spawn_file_actions_destroy(&actions)
      for word in words { free(word) }
    }
    var process: pid_t = 0
    let code = posix_spawnp(&process, program, &actions, nil, words + [nil], environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard code == 0 else { return (EX_OSERR, String(cString: strerror(code))) }
    var said: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(ends[0], &buffer, buffer.count), count > 0 {
      said += buffer[..<count]
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // The low bits say whether a signal ended it, the next ones with what status it ended.
    return (
      status & 0x7F == 0 ? status >> 8 & 0xFF : EX_OSERR, String(decoding: said, as: UTF8.self)
    )
  }
}
